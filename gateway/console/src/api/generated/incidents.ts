// Generated from contracts/openapi/incidents.yaml by "npm run types". Do not edit.
export interface paths {
    "/api/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents that the caller may see, newest first */
        get: operations["listIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One incident, with its evidence and history */
        get: operations["getIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take notice of an incident */
        post: operations["acknowledgeIncident"];
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
        AcknowledgementBody: {
            comment: string;
        };
        CrossingFigure: {
            /**
             * @description What it is, with its unit at the end; which there are is the rule version's to say
             * @example swing_db
             */
            name: string;
            /** Format: double */
            value: number;
        };
        CrossingView: {
            direction: components["schemas"]["Direction"];
            decidedAt: components["schemas"]["Instant"];
            verdict: string;
            reason: string;
            /** Format: double */
            confidence: number;
            ruleVersion: string;
            tid?: string;
            tidReadAt?: components["schemas"]["Instant"];
            figures: components["schemas"]["CrossingFigure"][];
        };
        /** @enum {string} */
        Direction: "OUT" | "IN" | "UNKNOWN";
        /** @enum {string} */
        Event: "OPENED" | "ACKNOWLEDGED" | "CLOSED";
        EvidenceView: {
            portalCode: string;
            /** Format: int32 */
            antenna: number;
            /** Format: double */
            rssiDbm: number;
            seenAt: components["schemas"]["Instant"];
            epc: string;
            zone?: components["schemas"]["Zone"];
        };
        HistoryView: {
            at: components["schemas"]["Instant"];
            by: string;
            what: components["schemas"]["Event"];
            comment?: string;
        };
        IncidentItemView: {
            id: string;
            kind: components["schemas"]["IncidentKind"];
            reason: string;
            itemId?: string;
            itemKind?: string;
            level?: components["schemas"]["Level"];
            departmentCode?: string;
            epc?: string;
            epcUri?: string;
            portalCode: string;
            roomCode?: string;
            detectedAt: components["schemas"]["Instant"];
            state: components["schemas"]["IncidentStatus"];
            crossingId?: string;
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        IncidentKind: "UNAUTHORIZED_EXIT" | "TAG_ANOMALY" | "DUPLICATE_TAG" | "PORTAL_BLIND" | "PORTAL_MUTE";
        IncidentPage: {
            items: components["schemas"]["IncidentItemView"][];
            next?: string;
        };
        /** @enum {string} */
        IncidentStatus: "OPEN" | "ACKNOWLEDGED" | "CLOSED";
        IncidentView: {
            id: string;
            kind: components["schemas"]["IncidentKind"];
            reason: string;
            itemId?: string;
            itemKind?: string;
            level?: components["schemas"]["Level"];
            departmentCode?: string;
            epc?: string;
            epcUri?: string;
            portalCode: string;
            roomCode?: string;
            detectedAt: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
            state: components["schemas"]["IncidentStatus"];
            crossingId?: string;
            acknowledgedBy?: string;
            acknowledgedAt?: components["schemas"]["Instant"];
            crossing?: components["schemas"]["CrossingView"];
            evidence: components["schemas"]["EvidenceView"][];
            history: components["schemas"]["HistoryView"][];
            /** Format: int64 */
            version: number;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        /** @enum {string} */
        Level: "UNCLASSIFIED" | "INTERNAL" | "CONFIDENTIAL" | "SECRET" | "TOP_SECRET";
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
        Violation: {
            field?: string;
            code?: string;
            message?: string;
        };
        /** @enum {string} */
        Zone: "INSIDE" | "OUTSIDE";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listIncidents: {
        parameters: {
            query?: {
                after?: string;
                kind?: components["schemas"]["IncidentKind"];
                limit?: number;
                portal?: string;
                since?: components["schemas"]["Instant"];
                state?: components["schemas"]["IncidentStatus"];
            };
            header?: never;
            path?: never;
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
                    "application/json": components["schemas"]["IncidentPage"];
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
    getIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["IncidentView"];
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
    acknowledgeIncident: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgementBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentView"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
