// Generated from contracts/openapi/sightings.yaml by "npm run types". Do not edit.
export interface paths {
    "/api/sightings/epcis/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** EPCIS 2.0: the events that a simple event query finds */
        get: operations["queryEpcisEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
        EPCISBody: {
            queryResults: components["schemas"]["EPCISQueryResults"];
        };
        EPCISObjectEvent: {
            /** @example ObjectEvent */
            type: string;
            eventID: string;
            eventTime: components["schemas"]["Instant"];
            /** @example +00:00 */
            eventTimeZoneOffset: string;
            recordTime: components["schemas"]["Instant"];
            epcList: string[];
            /** @example OBSERVE */
            action: string;
            bizStep?: string;
            disposition?: string;
            readPoint: components["schemas"]["EPCISPlace"];
            bizLocation?: components["schemas"]["EPCISPlace"];
            sensorElementList?: components["schemas"]["EPCISSensorElement"][];
        };
        EPCISPlace: {
            id: string;
        };
        EPCISQueryDocument: {
            "@context": string[];
            /** @example EPCISQueryDocument */
            type: string;
            /** @example 2.0 */
            schemaVersion: string;
            creationDate: components["schemas"]["Instant"];
            epcisBody: components["schemas"]["EPCISBody"];
        };
        EPCISQueryResults: {
            queryName: string;
            resultsBody: components["schemas"]["EPCISResultsBody"];
        };
        EPCISResultsBody: {
            eventList: components["schemas"]["EPCISObjectEvent"][];
        };
        EPCISSensorElement: {
            sensorMetadata: components["schemas"]["EPCISSensorMetadata"];
            sensorReport: components["schemas"]["EPCISSensorReport"][];
        };
        EPCISSensorMetadata: {
            time?: components["schemas"]["Instant"];
            startTime?: components["schemas"]["Instant"];
            endTime?: components["schemas"]["Instant"];
            deviceID: string;
            dataProcessingMethod?: string;
        };
        EPCISSensorReport: {
            /** @example Power */
            type: string;
            deviceID?: string;
            time?: components["schemas"]["Instant"];
            /** Format: double */
            value: number;
            /** @example DBM */
            uom: string;
        };
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
            epcUri: string;
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
    queryEpcisEvents: {
        parameters: {
            query?: {
                eventType?: string;
                GE_eventTime?: string;
                LT_eventTime?: string;
                GE_recordTime?: string;
                LT_recordTime?: string;
                MATCH_epc?: string;
                MATCH_anyEPC?: string;
                EQ_readPoint?: string;
                EQ_bizLocation?: string;
                EQ_bizStep?: string;
                EQ_disposition?: string;
                EQ_action?: string;
                orderBy?: string;
                orderDirection?: string;
                eventCountLimit?: number;
                perPage?: number;
                nextPageToken?: string;
            };
            header?: {
                "GS1-EPC-Format"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events, newest first unless asked otherwise; Link leads to more */
            200: {
                headers: {
                    Link?: unknown;
                    "GS1-EPCIS-Version"?: unknown;
                    "GS1-CBV-Version"?: unknown;
                    "GS1-EPC-Format"?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["EPCISQueryDocument"];
                    "application/json": components["schemas"]["EPCISQueryDocument"];
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
