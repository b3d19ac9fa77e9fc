// Generated from openapi.json by packages/openapi.
export interface paths {
    "/projects/{projectId}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 后台任务列表，新的在前 */
        get: operations["Jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 后台任务的进度与结果 */
        get: operations["Jobs_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{projectId}/jobs/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消后台任务 */
        post: operations["Jobs_cancel"];
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
        JobDto: {
            createdAt: string;
            createdByName: string;
            /** @description Units done of `total`; 0 of 0 while unknown. */
            done: number;
            finishedAt: string | null;
            id: string;
            /** @enum {string} */
            kind: "billing.rehearse" | "billing.publish" | "billing.reverse-run" | "imports.check" | "imports.commit";
            /** @description What is happening, or why it failed, in Chinese. */
            message: string | null;
            result: {
                [key: string]: unknown;
            } | null;
            startedAt: string | null;
            /** @enum {string} */
            status: "QUEUED" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
            title: string;
            total: number;
        };
        JobPageDto: {
            items: components["schemas"]["JobDto"][];
            nextCursor: string | null;
        };
        ProblemDto: {
            /** @description Stable machine code, e.g. INVALID_INPUT, PERIOD_CLOSED. */
            code: string;
            /** @description A sentence in Chinese for the user. */
            detail: string;
            /** @description Sentences by field path, for INVALID_INPUT. */
            fields?: {
                [key: string]: string[];
            };
            /** @description Stands in the server's log beside the same request. */
            requestId: string;
            status: number;
            title: string;
            /** @description Always about:blank; `code` tells the kinds apart. */
            type: string;
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
    Jobs_list: {
        parameters: {
            query?: {
                cursor?: string;
                kind?: "billing.rehearse" | "billing.publish" | "billing.reverse-run" | "imports.check" | "imports.commit";
                /** @description Rows on a page, at most 200. */
                pageSize?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPageDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Jobs_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Jobs_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDto"];
                };
            };
            /** @description 出错 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
}
