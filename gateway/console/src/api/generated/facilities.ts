// Generated from contracts/openapi/facilities.yaml by "npm run types". Do not edit.
export interface paths {
    "/api/facilities/cabinets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cabinets, in the order of their codes */
        get: operations["listCabinets"];
        put?: never;
        /** Add a cabinet to a room */
        post: operations["registerCabinet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities/cabinets/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One cabinet */
        get: operations["getCabinet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a cabinet from the version named in If-Match */
        patch: operations["changeCabinet"];
        trace?: never;
    };
    "/api/facilities/cabinets/{code}/contents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What belongs into a cabinet, in the order of the ledger numbers */
        get: operations["getCabinetContents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities/desks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Desks where tags are enrolled, in the order of their codes */
        get: operations["listDesks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities/desks/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One desk */
        get: operations["getDesk"];
        /** Set a desk up (201), or change one from the version named in If-Match (200) */
        put: operations["configureDesk"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities/portals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Portals, those taken down among them, in the order of their codes */
        get: operations["listPortals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities/portals/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One portal */
        get: operations["getPortal"];
        /** Put a portal up (201), or change one or take it down from the version named in If-Match (200) */
        put: operations["configurePortal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rooms, in the order of their codes */
        get: operations["listRooms"];
        put?: never;
        /** Add a room */
        post: operations["registerRoom"];
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
        CabinetBody: {
            /** @example CAB-101-1 */
            code: string;
            /** @example R-101 */
            roomCode: string;
            name: string;
            maxLevel?: components["schemas"]["Level"];
        };
        CabinetPage: {
            items: components["schemas"]["CabinetView"][];
            next?: string;
        };
        CabinetPatch: {
            name?: string;
            maxLevel?: components["schemas"]["Level"];
        };
        CabinetSummary: {
            code: string;
            roomCode: string;
            name: string;
            maxLevel: components["schemas"]["Level"];
        };
        CabinetView: {
            code: string;
            roomCode: string;
            name: string;
            maxLevel: components["schemas"]["Level"];
            /** Format: int64 */
            version: number;
        };
        ContentItemView: {
            itemId: string;
            ledgerNo: string;
            kind: string;
            level: components["schemas"]["Level"];
            /** @description Whether it should be found when the cabinet is opened */
            expected: boolean;
            state: components["schemas"]["ItemState"];
            /** @description When it took this state */
            since: components["schemas"]["Instant"];
        };
        ContentsView: {
            cabinet: components["schemas"]["CabinetSummary"];
            items: components["schemas"]["ContentItemView"][];
            /**
             * Format: int64
             * @description Of all pages together, as far as the caller may see
             */
            count: number;
            next?: string;
        };
        DeskBody: {
            /** @description As in the path; may be left out */
            code?: string;
            /** @example R-101 */
            roomCode: string;
            reader: components["schemas"]["PortalReader"];
            /** @description Numbers of the reader's antennas, from 1 */
            antennas: number[];
            /**
             * Format: double
             * @description Tags read weaker than this lie beside the desk, in dBm; left out: every tag counts
             */
            weakestDbm?: number;
        };
        DeskPage: {
            items: components["schemas"]["DeskView"][];
            next?: string;
        };
        DeskView: {
            code: string;
            roomCode: string;
            /** @description Only for facility managers and system administrators */
            reader?: components["schemas"]["PortalReader"];
            antennas: number[];
            /** Format: double */
            weakestDbm?: number;
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        FailMode: "SECURE" | "OPEN";
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        /** @enum {string} */
        ItemState: "IN_PLACE" | "OUT_UNDER_PERMIT" | "MISSING" | "DISPOSED" | "DESTROYED";
        /** @enum {string} */
        Level: "UNCLASSIFIED" | "INTERNAL" | "CONFIDENTIAL" | "SECRET" | "TOP_SECRET";
        PortalAntenna: {
            /** Format: int32 */
            id: number;
            /** @enum {string} */
            zone: "INSIDE" | "OUTSIDE";
            /**
             * Format: double
             * @description Reads weaker than this, after the offset, are those of stray tags, in dBm
             */
            strayDbm?: number;
            /**
             * Format: double
             * @description Added to the strength of its reads, in dB
             */
            offsetDb?: number;
            /**
             * Format: double
             * @description The strongest power it may send with, in dBm. Left out: the reader's
             */
            transmitPowerDbm?: number;
        };
        PortalBody: {
            /** @description As in the path; may be left out */
            code?: string;
            /** @example R-101 */
            roomCode: string;
            reader: components["schemas"]["PortalReader"];
            antennas: components["schemas"]["PortalAntenna"][];
            gpo: components["schemas"]["PortalGpo"];
            /** Format: int32 */
            alarmSeconds: number;
            /** @enum {string} */
            failMode: "SECURE" | "OPEN";
            /**
             * Format: int32
             * @default 300
             */
            maxReplicaAgeSeconds: number;
            /** @description Left out: neither a reference tag nor a floor */
            sight?: components["schemas"]["PortalSight"];
            /** @description Left out: as standard */
            tuning?: components["schemas"]["PortalTuning"];
            /**
             * Format: int32
             * @description Input of the reader that a contact of the horn itself drives, high while it sounds. Left out: whether it sounds is not checked
             */
            hornFeedbackGpi?: number;
            /**
             * @description false takes the portal down: it is no longer watched, alarms nobody and leaves its reader to others. true, or left out, puts it up
             * @default true
             */
            active: boolean;
        };
        PortalGpo: {
            /** Format: int32 */
            alarm: number;
        };
        PortalPage: {
            items: components["schemas"]["PortalView"][];
            next?: string;
        };
        PortalReader: {
            /** @description Name or IP address */
            host: string;
            /** Format: int32 */
            port: number;
            /** @default false */
            tls: boolean;
            /**
             * @description SHA-256 of the one certificate it may show: 64 hexadecimal digits, with or without colons
             * @example 9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08
             */
            tlsPinSha256?: string;
            /**
             * Format: double
             * @description The strongest power its antennas may send with, in dBm. Left out: what the reader is set to
             */
            transmitPowerDbm?: number;
        };
        PortalSight: {
            /**
             * @description A tag fixed within sight of the antennas: when it falls silent, the portal is blind. Taken as hex or as a URI, answered as hex
             * @example 3034257BF400B78000FFFFFF
             */
            referenceEpc?: string;
            /**
             * @description What GS1 calls the reference tag; not looked at in requests
             * @example urn:epc:id:sgtin:0614141.000734.16777215
             */
            readonly referenceEpcUri?: string;
            /**
             * Format: int32
             * @description Fewer reads a minute than this make the portal blind: 60 and more, or 0 for no floor
             * @default 0
             */
            minReadsPerMinute: number;
        };
        PortalTuning: {
            /**
             * Format: double
             * @description Probability of having crossed that makes a crossing
             */
            certainty?: number;
            /**
             * Format: double
             * @description How far before the line a carrier that keeps walking counts as crossing, in metres
             */
            leadMetres?: number;
            /**
             * Format: double
             * @description Spread of the strength of a moving tag around the model, in dB
             */
            fadeDb?: number;
            /**
             * Format: double
             * @description How far the balance of the zones must swing towards the side the tag goes to, in dB
             */
            leastSwingDb?: number;
        };
        PortalView: {
            code: string;
            roomCode: string;
            /** @description Only for facility managers and system administrators */
            reader?: components["schemas"]["PortalReader"];
            antennas: components["schemas"]["PortalAntenna"][];
            gpo: components["schemas"]["PortalGpo"];
            /** Format: int32 */
            alarmSeconds: number;
            failMode: components["schemas"]["FailMode"];
            /** Format: int32 */
            maxReplicaAgeSeconds: number;
            /** @description Only for facility managers and system administrators */
            sight?: components["schemas"]["PortalSight"];
            /** @description Only for facility managers and system administrators; absent for the standard */
            tuning?: components["schemas"]["PortalTuning"];
            /**
             * Format: int32
             * @description Only for facility managers and system administrators; absent for none
             */
            hornFeedbackGpi?: number;
            /** @description false: taken down */
            active: boolean;
            /** Format: int64 */
            version: number;
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
        RoomBody: {
            /** @example R-101 */
            code: string;
            name: string;
        };
        RoomPage: {
            items: components["schemas"]["RoomView"][];
            next?: string;
        };
        RoomView: {
            code: string;
            name: string;
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
    listCabinets: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["CabinetPage"];
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
    registerCabinet: {
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
                "application/json": components["schemas"]["CabinetBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CabinetView"];
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
    getCabinet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CabinetView"];
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
    changeCabinet: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CabinetPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CabinetView"];
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
    getCabinetContents: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["ContentsView"];
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
    listDesks: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["DeskPage"];
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
    getDesk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
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
    configureDesk: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
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
    listPortals: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["PortalPage"];
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
    getPortal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalView"];
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
    configurePortal: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalView"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalView"];
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
    listRooms: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["RoomPage"];
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
    registerRoom: {
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
                "application/json": components["schemas"]["RoomBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
