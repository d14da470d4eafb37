// Generated from contracts/openapi/devices.yaml by "npm run types". Do not edit.
export interface paths {
    "/api/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page of the devices that the caller may see */
        get: operations["listDevices"];
        put?: never;
        /** Registers a device in its ledger */
        post: operations["registerDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/epc-suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A GIAI-96 under the organisation's company prefix that no device has; no two answers are the same */
        post: operations["suggestEpc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a CSV file in; it is worked through in the background */
        post: operations["startDeviceImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far one of one's own imports is */
        get: operations["getDeviceImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/imports/{id}/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why rows were not taken, in the order of the file */
        get: operations["listDeviceImportRejections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/tag-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which devices have this EPC or TID, or had the EPC: what would be refused of it */
        get: operations["getTagClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One device; 404 as well when the caller may not see it */
        get: operations["getDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a device, from the version named in If-Match */
        patch: operations["changeDevice"];
        trace?: never;
    };
    "/api/devices/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the register says of a device, newest first */
        get: operations["getDeviceHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/tag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts a new tag on a device, from the version named in If-Match; the old EPC is never another device's */
        put: operations["retagDevice"];
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
        Device: {
            id: components["schemas"]["UUID"];
            /** @example CC-2026-000123 */
            ledgerNo: string;
            kind: components["schemas"]["DeviceKind"];
            classified: boolean;
            level: components["schemas"]["Level"];
            name: string;
            manufacturer: string;
            model: string;
            serialNo: string;
            diskSerialNo?: string;
            usbUniqueId?: string;
            departmentCode: string;
            keeperNo: string;
            cabinetCode?: string;
            tag?: components["schemas"]["DeviceTag"];
            state: components["schemas"]["DeviceState"];
            /** Format: int64 */
            version: number;
            registeredAt: components["schemas"]["Instant"];
        };
        DeviceHistory: {
            items: components["schemas"]["DeviceHistoryItem"][];
        };
        DeviceHistoryItem: {
            at: components["schemas"]["Instant"];
            actor: string;
            type: components["schemas"]["DeviceHistoryType"];
            changedFields: string[];
            reason?: string;
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        DeviceHistoryType: "REGISTERED" | "CHANGED";
        DeviceImport: {
            id: components["schemas"]["UUID"];
            dryRun: boolean;
            /**
             * Format: int64
             * @description Rows judged so far: accepted and rejected ones
             */
            rows: number;
            /** Format: int64 */
            accepted: number;
            /** Format: int64 */
            rejected: number;
            state: components["schemas"]["ImportState"];
            /**
             * @description What the file is written in, once it is known
             * @example GB18030
             */
            encoding?: string;
            problem?: components["schemas"]["DeviceImportProblem"];
            startedAt: components["schemas"]["Instant"];
            finishedAt?: components["schemas"]["Instant"];
        };
        DeviceImportProblem: {
            /** @description UNREADABLE_ENCODING, NO_HEADER, UNKNOWN_COLUMNS, DUPLICATE_COLUMNS, MISSING_COLUMNS, TOO_MANY_ROWS, INTERRUPTED */
            code: string;
            message: string;
            /** @description The columns, or the fields without one, that it is about */
            columns: string[];
        };
        DeviceImportRejection: {
            /**
             * Format: int64
             * @description As a spreadsheet counts: the header is row 1
             */
            row: number;
            /** @description Our field; empty when the row as a whole is at fault */
            field: string;
            code: string;
            message: string;
            /** @description What stood there, cut to 200 characters */
            value: string;
        };
        DeviceImportRejectionPage: {
            items: components["schemas"]["DeviceImportRejection"][];
            next?: string;
        };
        DeviceImportUpload: {
            /**
             * Format: binary
             * @description CSV; UTF-8, UTF-16 or GB18030
             */
            file: string;
            /** @description JSON: our field to the name of its column, and under `ignore` the columns to leave out, e.g. {"name": "设备名称", "ignore": ["备注"]} */
            mapping?: string;
        };
        /** @enum {string} */
        DeviceKind: "DESKTOP" | "LAPTOP" | "SERVER" | "USB_DRIVE" | "PORTABLE_DISK" | "OPTICAL_DISC" | "MEMORY_CARD" | "TAPE";
        DevicePage: {
            items: components["schemas"]["Device"][];
            /** @description Hand it back as `after`; absent on the last page */
            next?: string;
        };
        /** @description RFC 7396: what is absent stays, null clears `cabinetCode` and `tag` */
        DevicePatch: {
            name?: string;
            manufacturer?: string;
            model?: string;
            level?: components["schemas"]["Level"];
            departmentCode?: string;
            keeperNo?: string;
            cabinetCode?: string | null;
            tag?: components["schemas"]["DeviceTag"] | null;
            state?: components["schemas"]["DeviceState"];
            /** @description Why, for the register */
            reason: string;
        };
        /** @enum {string} */
        DeviceState: "IN_USE" | "IN_REPAIR" | "SCRAPPED" | "DESTROYED";
        DeviceTag: {
            /**
             * @description 96 or 128 bits in hex; a request may as well name it by its GS1 tag, pure identity or raw URI
             * @example 3434257BF400000000BC5FE8
             */
            epc: string;
            /**
             * @description 48 to 256 bits in hex, whole words of 16
             * @example E2801160600002054CC2096F
             */
            tid?: string;
            /**
             * @description The pure identity URI, or a raw one where the EPC is of no scheme that is understood
             * @example urn:epc:id:giai:0614141.12345320
             */
            readonly epcUri?: string;
        };
        EpcProposal: {
            /** @example 3414257BF400000000989681 */
            epc: string;
            /** @example urn:epc:id:giai:0614141.10000001 */
            epcUri: string;
        };
        /** @enum {string} */
        ImportState: "RUNNING" | "COMPLETED" | "FAILED";
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        /** @enum {string} */
        Level: "UNCLASSIFIED" | "INTERNAL" | "CONFIDENTIAL" | "SECRET" | "TOP_SECRET";
        NewDevice: {
            /** @enum {string} */
            kind: "DESKTOP" | "LAPTOP" | "SERVER" | "USB_DRIVE" | "PORTABLE_DISK" | "OPTICAL_DISC" | "MEMORY_CARD" | "TAPE";
            /** @description true from CONFIDENTIAL up, false below */
            classified: boolean;
            /** @enum {string} */
            level: "UNCLASSIFIED" | "INTERNAL" | "CONFIDENTIAL" | "SECRET" | "TOP_SECRET";
            name: string;
            manufacturer: string;
            model: string;
            serialNo: string;
            diskSerialNo?: string;
            usbUniqueId?: string;
            departmentCode: string;
            keeperNo: string;
            cabinetCode?: string;
            tag?: components["schemas"]["DeviceTag"];
            /** @description A number taken over; left out, the ledger gives the next one */
            ledgerNo?: string;
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
        Retagging: {
            /** @description As of a new device's tag */
            epc: string;
            /** @description As of a new device's tag; left out, none is enrolled */
            tid?: string;
            /** @description Why, for the register */
            reason: string;
        };
        TagClaim: {
            /** @example tag.epc */
            field: string;
            /** @example DUPLICATE_EPC */
            code: string;
            /** @description Whether the device gave it up; it alone may take it back */
            retired: boolean;
            /** @description The device; absent when the caller may not see it */
            deviceId?: components["schemas"]["UUID"];
            ledgerNo?: string;
        };
        TagClaims: {
            /** @example 3414257BF400000000989681 */
            epc: string;
            /** @example urn:epc:id:giai:0614141.10000001 */
            epcUri: string;
            /** @description None for a tag that is free */
            claims: components["schemas"]["TagClaim"][];
        };
        /** Format: uuid */
        UUID: string;
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
    listDevices: {
        parameters: {
            query?: {
                after?: string;
                classified?: boolean;
                department?: string;
                keeper?: string;
                kind?: components["schemas"]["DeviceKind"][];
                level?: components["schemas"]["Level"][];
                limit?: number;
                /** @description Part of the ledger number, name, model, serial number or EPC; or a whole EPC URI */
                q?: string;
                /** @description ledgerNo, name, level, kind, keeper or registeredAt; a leading - is descending */
                sort?: string;
                state?: components["schemas"]["DeviceState"][];
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
                    "application/json": components["schemas"]["DevicePage"];
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
    registerDevice: {
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
                "application/json": components["schemas"]["NewDevice"];
            };
        };
        responses: {
            /** @description Registered */
            201: {
                headers: {
                    Location?: unknown;
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
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
    suggestEpc: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["EpcProposal"];
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
    startDeviceImport: {
        parameters: {
            query?: {
                /** @description Judge everything, write nothing */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["DeviceImportUpload"];
            };
        };
        responses: {
            /** @description Begun */
            202: {
                headers: {
                    Location?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceImport"];
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
    getDeviceImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["DeviceImport"];
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
    listDeviceImportRejections: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; as text/csv all of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceImportRejectionPage"];
                    "text/csv": string;
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
    getTagClaims: {
        parameters: {
            query: {
                epc: string;
                tid?: string;
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
                    "application/json": components["schemas"]["TagClaims"];
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
    getDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The device */
            200: {
                headers: {
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
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
    changeDevice: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["DevicePatch"];
                "application/json": components["schemas"]["DevicePatch"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
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
    getDeviceHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["DeviceHistory"];
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
    retagDevice: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Retagging"];
            };
        };
        responses: {
            /** @description Retagged */
            200: {
                headers: {
                    ETag?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
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
