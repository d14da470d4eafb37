// Generated from contracts/openapi/sightings.yaml by "npm run types". Do not edit.
export interface paths {
    "/api/sightings/tags/{epc}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last place of a tag, and its history, newest first */
        get: operations["getTagSightings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        Direction: "OUT" | "IN" | "UNKNOWN";
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        /** @enum {string} */
        Kind: "READ" | "CROSSING";
        LastPlaceView: {
            portalCode: string;
            roomCode?: string;
            /** Format: int32 */
            antenna?: number;
            at: components["schemas"]["Instant"];
            kind: components["schemas"]["Kind"];
            direction?: components["schemas"]["Direction"];
        };
        /** @description RFC 9457 problem details */
        Problem: {
            type?: string;
            title?: string;
            /** Format: int32 */
            status?: number;
            detail?: string;
            code?: string;
            violations?: components["schemas"]["Violation"][];
        };
        SightingView: {
            kind: components["schemas"]["Kind"];
            portalCode: string;
            roomCode?: string;
            firstSeenAt: components["schemas"]["Instant"];
            lastSeenAt: components["schemas"]["Instant"];
            /** Format: int64 */
            reads: number;
            direction?: components["schemas"]["Direction"];
        };
        TagView: {
            epc: string;
            itemId?: string;
            last?: components["schemas"]["LastPlaceView"];
            history: components["schemas"]["SightingView"][];
            next?: string;
        };
        Violation: {
            field?: string;
            code?: string;
            message?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getTagSightings: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                epc: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagView"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
