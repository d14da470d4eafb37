// Generated from contracts/openapi/carriers.yaml by "npm run types". Do not edit.
export interface paths {
    "/api/carriers/exit-permits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Permits all of whose items the caller may see, newest first */
        get: operations["listExitPermits"];
        put?: never;
        /** Asks for a permit; it waits for two approvals */
        post: operations["requestExitPermit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carriers/exit-permits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One permit */
        get: operations["getExitPermit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carriers/exit-permits/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves or rejects; a secrecy officer and a leader approve */
        post: operations["decideExitPermit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carriers/exit-permits/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a live permit back */
        post: operations["revokeExitPermit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carriers/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items by ledger number, with the state of their custody */
        get: operations["listItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carriers/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Custody of one item, and its history */
        get: operations["getItem"];
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
        CustodyStatus: "IN_PLACE" | "OUT_UNDER_PERMIT" | "MISSING" | "DISPOSED" | "DESTROYED";
        DecisionBody: {
            decision: components["schemas"]["Verdict"];
            /** @description Required with REJECT */
            comment?: string;
        };
        DecisionView: {
            /** @description User name */
            by: string;
            /**
             * @description The post in which they decided
             * @enum {string}
             */
            role: "secrecy-officer" | "leader";
            decision: components["schemas"]["Verdict"];
            comment: string;
            at: components["schemas"]["Instant"];
        };
        ExitPermitBody: {
            itemIds: string[];
            /** @description Person number of who carries the items */
            holderNo: string;
            portalCodes: string[];
            validFrom: components["schemas"]["Instant"];
            validUntil: components["schemas"]["Instant"];
            returnBy: components["schemas"]["Instant"];
            destination: string;
            purpose: string;
            /** @description How they are carried, e.g. sealed bag, code box */
            packaging: string;
        };
        ExitPermitPage: {
            items: components["schemas"]["ExitPermitView"][];
            /** @description Hand it back as `after`; absent on the last page */
            next?: string;
        };
        ExitPermitView: {
            id: components["schemas"]["UUID"];
            permitNo: string;
            state: components["schemas"]["PermitState"];
            itemIds: string[];
            items: components["schemas"]["PermitItemView"][];
            holderNo: string;
            portalCodes: string[];
            validFrom: components["schemas"]["Instant"];
            validUntil: components["schemas"]["Instant"];
            returnBy: components["schemas"]["Instant"];
            destination: string;
            purpose: string;
            packaging: string;
            /** @description User name */
            requestedBy: string;
            requestedAt: components["schemas"]["Instant"];
            decisions: components["schemas"]["DecisionView"][];
            /** Format: int64 */
            version: number;
        };
        HistoryView: {
            at: components["schemas"]["Instant"];
            actor: string;
            /**
             * @description NOTED: a crossing that left custody as it was; `note` says why
             * @enum {string}
             */
            type: "OPENED" | "CHANGED" | "NOTED";
            state: components["schemas"]["CustodyStatus"];
            /** @description Reason code of the crossing, or REGISTERED LEDGER_CHANGED TAG_MOVED DISPOSED DESTROYED REINSTATED */
            reason: string;
            /** @enum {string} */
            note?: "LATE" | "NO_CHANGE";
            permitId?: string;
            crossingId?: string;
            portalCode?: string;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        ItemPage: {
            items: components["schemas"]["ItemSummaryView"][];
            /** @description Hand it back as `after`; absent on the last page */
            next?: string;
        };
        ItemSummaryView: {
            itemId: components["schemas"]["UUID"];
            ledgerNo: string;
            kind: string;
            level: components["schemas"]["Level"];
            name: string;
            departmentCode: string;
            keeperNo: string;
            cabinetCode?: string;
            state: components["schemas"]["CustodyStatus"];
        };
        ItemView: {
            itemId: components["schemas"]["UUID"];
            ledgerNo: string;
            kind: string;
            level: components["schemas"]["Level"];
            name: string;
            departmentCode: string;
            state: components["schemas"]["CustodyStatus"];
            keeperNo: string;
            place: components["schemas"]["PlaceView"];
            /** @description The permit it is out under */
            permit?: components["schemas"]["PermitRefView"];
            tag?: components["schemas"]["TagView"];
            since: components["schemas"]["Instant"];
            /** Format: int64 */
            version: number;
            /** @description Newest first, at most 200 entries */
            history: components["schemas"]["HistoryView"][];
        };
        /** @enum {string} */
        Level: "UNCLASSIFIED" | "INTERNAL" | "CONFIDENTIAL" | "SECRET" | "TOP_SECRET";
        PermitItemView: {
            itemId: components["schemas"]["UUID"];
            ledgerNo: string;
            kind: string;
            level: components["schemas"]["Level"];
            name: string;
        };
        PermitRefView: {
            id: components["schemas"]["UUID"];
            permitNo: string;
            validUntil: components["schemas"]["Instant"];
            returnBy: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        PermitState: "PENDING" | "ACTIVE" | "REJECTED" | "REVOKED" | "EXPIRED" | "CLOSED";
        /** @description Cabinet and room while in place; the portal it left through, and that portal's room, while it is out */
        PlaceView: {
            cabinetCode?: string;
            roomCode?: string;
            portalCode?: string;
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
        RevocationBody: {
            reason: string;
        };
        TagView: {
            epc: string;
            tid?: string;
            epcUri: string;
        };
        /** Format: uuid */
        UUID: string;
        /** @enum {string} */
        Verdict: "APPROVE" | "REJECT";
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
    listExitPermits: {
        parameters: {
            query?: {
                after?: string;
                itemId?: string;
                limit?: number;
                state?: components["schemas"]["PermitState"];
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
                    "application/json": components["schemas"]["ExitPermitPage"];
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
    requestExitPermit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExitPermitBody"];
            };
        };
        responses: {
            /** @description Asked for */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExitPermitView"];
                };
            };
            /** @description Not well formed; see `violations` */
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
            /** @description A rule forbids it; see `violations` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getExitPermit: {
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
            /** @description The permit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExitPermitView"];
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
            /** @description Not there, or not for the caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    decideExitPermit: {
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
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            /** @description The permit after the decision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExitPermitView"];
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
            /** @description NOT_PENDING, ALREADY_DECIDED or SAME_POST */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description OWN_REQUEST, or a rule of the request does not hold any more */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    revokeExitPermit: {
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
                "application/json": components["schemas"]["RevocationBody"];
            };
        };
        responses: {
            /** @description The revoked permit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExitPermitView"];
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
            /** @description Somebody else asked for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NOT_LIVE: it has ended already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listItems: {
        parameters: {
            query?: {
                after?: string;
                department?: string;
                limit?: number;
                q?: string;
                state?: components["schemas"]["CustodyStatus"];
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
                    "application/json": components["schemas"]["ItemPage"];
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
    getItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Custody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
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
            /** @description Not there, or not for the caller */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
