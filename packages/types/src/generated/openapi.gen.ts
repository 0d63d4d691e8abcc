// Generated from an OpenAPI document. Do not edit: change the document, then regenerate.
// Regenerate: pnpm generate
// API: NP6 API 8.1.0
// SHA-256 of the bundled document: ba0928a37b9e8c12c6900c2cb0039c8a5fed687983dd2f1d1b3a2e1470c711c1

export interface paths {
    "/scripting/workflows/{id}/duplication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Duplicate the specified workflow
         * @description Makes a copy of the workflow and answers the copy.
         *
         *     The request has no body. Every call makes a further copy: repeat it only if the first call surely did not run.
         */
        post: operations["duplicateWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scripting/workflows/{id}/execution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Execute the specified workflow for one receiver
         * @description Executes the workflow for the receiver that the body names.
         *
         *     An execution can send a mail or a message to a person. Nothing documents a way to make a repeat harmless: repeat a
         *     call only if it surely did not run (it was answered 429, or never reached the server).
         */
        post: operations["executeWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scripting/workflows/{id}/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Execute the specified workflow for many receivers
         * @description Executes the workflow once for each element of the body.
         *
         *     How many elements one call may have is unknown. An execution can send a mail or a message to a person, and nothing
         *     documents a way to make a repeat harmless: repeat a call only if it surely did not run.
         */
        post: operations["executeWorkflowBatch"];
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
        /**
         * @description Script settings. `version` tells which variant this is; the properties beside it are those of the variant that the
         *     reference shows, and other variants may have others.
         */
        Scripting: {
            /** @description Discriminator: which variant of script settings this is. `7.0.0` was observed on another area of the same server. */
            version?: string;
            /** @description Environment definition. Its content is undocumented. */
            environment?: {
                [key: string]: unknown;
            };
            /** @description Imports definition. Observed as `null` on another area of the same server. */
            imports?: {
                [key: string]: unknown;
            }[];
            /** @description Initializers definition. Observed as `null` on another area of the same server. */
            initializers?: {
                [key: string]: unknown;
            }[];
            /** @description Filters definition. Observed as `null` on another area of the same server. */
            filters?: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description The event that a listener waits for. `type` tells which variant this is; the properties of the variants are
         *     undocumented.
         */
        ListenerEvent: {
            /** @description Discriminator: which variant of event this is. Its values are undocumented. */
            type?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Starts the workflow at a node when an event happens. */
        Listener: {
            /** @description The listener's id */
            id?: string;
            /** @description The listener's name */
            name?: string;
            /** @description The listener's description */
            description?: string;
            /** @description The listener's event */
            event?: components["schemas"]["ListenerEvent"];
            /** @description The listener's node handler, the id of a node */
            handler?: string;
        };
        /**
         * @description A value, or a way to compute one. `type` tells which variant this is; the property beside it is that of the variant
         *     that the reference shows, a literal.
         */
        Expression: {
            /** @description Discriminator: which variant of expression this is. Its values are undocumented. */
            type?: string;
            /** @description A literal expression: any JSON value */
            value?: unknown;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A period of time. `type` tells which variant this is; the properties beside it are those of the variant that the
         *     reference shows.
         */
        CappingPeriod: {
            /** @description Discriminator: which variant of period this is. Its values are undocumented. */
            type?: string;
            /**
             * @description The period's unit
             * @enum {string}
             */
            unit?: "MILLISECOND" | "SECOND" | "MINUTE" | "HOUR" | "DAY" | "WEEK" | "MONTH" | "YEAR";
            /**
             * Format: int32
             * @description The period's value, counted in `unit`
             */
            value?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description Limits how often the named nodes run, by a value that is counted per key and period. */
        Capping: {
            /** @description The key used to store the incremental value */
            key?: components["schemas"]["Expression"];
            /**
             * Format: int32
             * @description The value used to increment the key's value
             */
            increment?: number;
            /**
             * Format: int32
             * @description The threshold used to handle the capping decision
             */
            threshold?: number;
            /** @description The period used to handle the capping decision */
            period?: components["schemas"]["CappingPeriod"];
            /** @description The ids of the workflow nodes to cap */
            nodes?: string[];
        };
        /**
         * @description Where the workflow goes on after a node. `type` tells which variant this is; the property beside it is that of the
         *     variant that the reference shows.
         */
        NodeFlow: {
            /** @description Discriminator: which variant of control flow this is. Its values are undocumented. */
            type?: string;
            /** @description The identifier of the next node to execute */
            value?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description One step of a workflow. `type` tells which variant this is. Beside the properties that every variant has, the
         *     reference shows those of one variant only, the one that emits an event; other variants have others, so the schema is
         *     open.
         */
        Node: {
            /**
             * @description Discriminator: which variant of node this is. Known values: `publish`, `request`, `script`, `sendMail`,
             *     `sendSms`, `sms`, `sleep`, `wait`, `wait.kill`, `updateTarget`, `multipleslots`, `sendpushapp`,
             *     `data-manager/pipeline`, `data-table/pipeline`, `np6.notification/execution`, `if`, `match`, `sample`, `split`,
             *     `switch`, `wait.race`, `wait.all`, `conditionaltimeslots`, `data-explorer-v2.match`, `terminal`. Others may come.
             */
            type?: string;
            /** @description The node's id */
            id?: string;
            /** @description The node's name */
            name?: string;
            /** @description The node's description */
            description?: string;
            /** @description The node's "entry point" capability, whether the workflow can start at it */
            default?: boolean;
            /** @description The node settings. Their content is undocumented. */
            settings?: {
                [key: string]: unknown;
            };
            /** @description The identifier of the next node to execute */
            next?: string;
            /** @description Name of the event to emit */
            event?: components["schemas"]["Expression"];
            /** @description Evaluated data used to emit the event */
            data?: components["schemas"]["Expression"];
            /**
             * @deprecated
             * @description The node's control flow
             */
            flow?: components["schemas"]["NodeFlow"];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description When a task runs. `type` tells which variant this is; the properties beside it are those of the variant that the
         *     reference shows, with the fields of a cron expression.
         */
        TaskScheduler: {
            /** @description Discriminator: which variant of scheduler this is. Its values are undocumented. */
            type?: string;
            /** @description Id of the scheduler */
            id?: string;
            /** @description Name of the scheduler */
            name?: string;
            /** @description The time zone that the other fields are read in. Its content is undocumented. */
            timeZone?: {
                [key: string]: unknown;
            };
            /** @description The minute field of a cron expression */
            minute?: string;
            /** @description The hour field of a cron expression */
            hour?: string;
            /** @description The day-of-month field of a cron expression */
            dayOfMonth?: string;
            /** @description The month field of a cron expression */
            month?: string;
            /** @description The day-of-week field of a cron expression */
            dayOfWeek?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Where a task takes its receivers from. `type` tells which variant this is; the properties beside it are those of the
         *     variant that the reference shows, a search.
         */
        TaskProvider: {
            /** @description Discriminator: which variant of provider this is. Its values are undocumented. */
            type?: string;
            /** @description The search. Its content is undocumented. */
            value?: {
                [key: string]: unknown;
            };
            /** @description What of the found data is handed on. Its content is undocumented. */
            projection?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Starts the workflow at a node by the clock, for the receivers that a data provider gives. */
        Task: {
            /** @description Id of the task */
            id?: string;
            /** @description Name of the task */
            name?: string;
            /** @description Description of the task */
            description?: string;
            /** @description The schedulers of the task */
            schedulers?: components["schemas"]["TaskScheduler"][];
            /** @description The data provider of the task */
            provider?: components["schemas"]["TaskProvider"];
            /** @description The task's node handler, the id of a node */
            handler?: string;
        };
        /** @description A workflow with its nodes and with everything that starts, limits and configures them. */
        Workflow: {
            /**
             * Format: int32
             * @description The workflow's id
             */
            id?: number;
            /** @description The workflow's name */
            name?: string;
            /** @description The workflow's description */
            description?: string;
            /**
             * Format: int32
             * @description The workflow's state. The reference does not say what 0 and 1 mean.
             * @enum {integer}
             */
            state?: 0 | 1;
            /**
             * Format: date-time
             * @description The workflow's creation date
             */
            creationDate?: string;
            /**
             * Format: date-time
             * @description The workflow's update date
             */
            updateDate?: string;
            /** @description The workflow's script settings */
            scripting?: components["schemas"]["Scripting"];
            /** @description The workflow's settings. Their content is undocumented. */
            settings?: {
                [key: string]: unknown;
            };
            /** @description The workflow's listeners */
            listeners?: components["schemas"]["Listener"][];
            /** @description The workflow's capping definition */
            capping?: components["schemas"]["Capping"][];
            /** @description The workflow's nodes */
            nodes?: components["schemas"]["Node"][];
            /** @description The workflow's scheduler tasks */
            tasks?: components["schemas"]["Task"][];
        };
        /**
         * @description What a refusal says about itself. Undocumented: any JSON value, or nothing at all. Show it to a person; do not let a
         *     program depend on it.
         */
        ErrorBody: unknown;
        /**
         * @description Who the workflow is executed for. `type` tells which variant this is; the property beside it is that of the variant
         *     that the reference shows, by id.
         *
         *     Observed on another area of the same server, unknown for workflows: `id` with a string as value; `unicity` with an
         *     array of strings (a plain string is answered 400); `hash` with an MD5 as value; `footprint` with `id`, `unicity` and
         *     `hash` beside `type` and no value.
         */
        Receiver: {
            /**
             * @description Discriminator: which variant of receiver this is. Its values are undocumented; `id`, `unicity`, `hash` and
             *     `footprint` were observed on another area of the same server.
             */
            type?: string;
            /** @description Id of the target */
            value?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A key and what it resolves to. */
        Resolution: {
            /** @description Key */
            key?: string;
            /** @description Value. Its content is undocumented. */
            value?: {
                [key: string]: unknown;
            };
        };
        /**
         * @description Debugging information. `version` tells which variant this is; the properties beside it are those of the variant that
         *     the reference shows.
         */
        Debug: {
            /** @description Discriminator: which variant of debugging information this is. Its values are undocumented. */
            version?: string;
            /** @description Underlying id of the debug */
            id?: string;
            /**
             * Format: int32
             * @description Represents the maximum number of nodes to execute
             */
            ttl?: number;
            /** @description A list of debugged nodes. Their content is undocumented. */
            nodes?: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        /** @description Stamp information, which ties an execution to others. */
        Stamp: {
            /**
             * Format: int64
             * @description Creation time of the stamp. This is the number of milliseconds elapsed since January 1, 1970 00:00:00 UTC.
             */
            time?: number;
            /**
             * Format: uuid
             * @description The stamp id
             */
            id?: string;
            /**
             * Format: uuid
             * @description The thread id
             */
            thread?: string;
            /**
             * Format: uuid
             * @description The set id
             */
            set?: string;
        };
        /**
         * @description Data used to execute a workflow for one receiver.
         *
         *     The reference is a flattened page, which does not show whether a property belongs to the object above it. Here all
         *     stand side by side. `event`, `state` and `data` are open, so another nesting breaks no schema.
         */
        Execution: {
            /** @description Underlying execution id. Whether it makes a repeated execution harmless is unknown. */
            id?: string;
            /** @description The receiver identification */
            receiver?: components["schemas"]["Receiver"];
            /** @description The startup node, by its id */
            node?: string;
            /** @description Underlying workflow event. Its content is undocumented. */
            event?: {
                [key: string]: unknown;
            };
            /** @description Internal state. Its content is undocumented. */
            state?: {
                [key: string]: unknown;
            };
            /** @description Underlying data. Its content is undocumented. */
            data?: {
                [key: string]: unknown;
            };
            /** @description Additional variables. Their content is undocumented. */
            variables?: {
                [key: string]: unknown;
            }[];
            /** @description Underlying resolution */
            resolutions?: components["schemas"]["Resolution"][];
            /** @description Debugging information */
            debug?: components["schemas"]["Debug"];
            /** @description Stamp information */
            stamp?: components["schemas"]["Stamp"];
        };
        /**
         * @description The result of one execution. `type` tells which variant this is; the property beside it is that of the variant that
         *     the reference shows.
         *
         *     Observed on another area of the same server, unknown for workflows: `type` is `success` or `error`; a batch answers
         *     one result per element, in order; a partial failure is a 200 with an element like
         *     `{"type": "error", "value": {"type": "recipient not found", "recipient": {}}}`.
         */
        ExecutionResult: {
            /**
             * @description Discriminator: which variant of result this is. Its values are undocumented; `success` and `error` were observed
             *     on another area of the same server.
             */
            type?: string;
            /** @description A representation of the executed flow. Its content is undocumented. */
            flow?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description The request is malformed: the body is not JSON, or its shape is wrong. Correct it before sending again. */
        BadRequest: {
            headers: {
                /** @description The id of this request. The vendor's support traces a call by it: log it, and quote it when you ask for help. */
                "x-request-id"?: string;
                /** @description How many requests the account may make. It may come with any response, and may be missing. */
                "X-RateLimit-Limit"?: string;
                /** @description How many requests are left. It may come with any response, and may be missing. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * @description When requests are possible again. It may come with any response, and may be missing. Its unit is unknown (seconds from now,
                 *     or a point in time): do not sleep on it.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The API key is missing or unknown. Check the header `X-Key`; a repeat with the same key does not help. */
        Unauthorized: {
            headers: {
                /** @description The id of this request. The vendor's support traces a call by it: log it, and quote it when you ask for help. */
                "x-request-id"?: string;
                /** @description How many requests the account may make. It may come with any response, and may be missing. */
                "X-RateLimit-Limit"?: string;
                /** @description How many requests are left. It may come with any response, and may be missing. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * @description When requests are possible again. It may come with any response, and may be missing. Its unit is unknown (seconds from now,
                 *     or a point in time): do not sleep on it.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The API key is known, but may not do this. Ask the vendor's support for the permission. */
        Forbidden: {
            headers: {
                /** @description The id of this request. The vendor's support traces a call by it: log it, and quote it when you ask for help. */
                "x-request-id"?: string;
                /** @description How many requests the account may make. It may come with any response, and may be missing. */
                "X-RateLimit-Limit"?: string;
                /** @description How many requests are left. It may come with any response, and may be missing. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * @description When requests are possible again. It may come with any response, and may be missing. Its unit is unknown (seconds from now,
                 *     or a point in time): do not sleep on it.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * @description The id is unknown. Misleadingly, this is also the answer to an invalid value in a valid field: when the id is right, look at
         *     the values of the request.
         */
        NotFound: {
            headers: {
                /** @description The id of this request. The vendor's support traces a call by it: log it, and quote it when you ask for help. */
                "x-request-id"?: string;
                /** @description How many requests the account may make. It may come with any response, and may be missing. */
                "X-RateLimit-Limit"?: string;
                /** @description How many requests are left. It may come with any response, and may be missing. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * @description When requests are possible again. It may come with any response, and may be missing. Its unit is unknown (seconds from now,
                 *     or a point in time): do not sleep on it.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * @description The state of the resource does not allow this, or the resource exists already. The body is always empty: read the
         *     resource's state to learn the reason.
         */
        Conflict: {
            headers: {
                /** @description The id of this request. The vendor's support traces a call by it: log it, and quote it when you ask for help. */
                "x-request-id"?: string;
                /** @description How many requests the account may make. It may come with any response, and may be missing. */
                "X-RateLimit-Limit"?: string;
                /** @description How many requests are left. It may come with any response, and may be missing. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * @description When requests are possible again. It may come with any response, and may be missing. Its unit is unknown (seconds from now,
                 *     or a point in time): do not sleep on it.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description The `Content-Type` of the request is not the one that this operation takes, spelled exactly. An operation without a request
         *     body is not expected to answer this.
         */
        UnsupportedMediaType: {
            headers: {
                /** @description The id of this request. The vendor's support traces a call by it: log it, and quote it when you ask for help. */
                "x-request-id"?: string;
                /** @description How many requests the account may make. It may come with any response, and may be missing. */
                "X-RateLimit-Limit"?: string;
                /** @description How many requests are left. It may come with any response, and may be missing. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * @description When requests are possible again. It may come with any response, and may be missing. Its unit is unknown (seconds from now,
                 *     or a point in time): do not sleep on it.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /**
         * @description The account's rate limit is exceeded. The request was refused before it ran, so a repeat is safe; the vendor recommends
         *     exponential backoff. Limits vary by account. Whether `Retry-After` comes is unknown, so it is not listed.
         */
        TooManyRequests: {
            headers: {
                /** @description The id of this request. The vendor's support traces a call by it: log it, and quote it when you ask for help. */
                "x-request-id"?: string;
                /** @description How many requests the account may make. It may come with any response, and may be missing. */
                "X-RateLimit-Limit"?: string;
                /** @description How many requests are left. It may come with any response, and may be missing. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * @description When requests are possible again. It may come with any response, and may be missing. Its unit is unknown (seconds from now,
                 *     or a point in time): do not sleep on it.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The server failed. Whether the request ran is unknown: check before sending an execution or a duplication again. */
        InternalServerError: {
            headers: {
                /** @description The id of this request. The vendor's support traces a call by it: log it, and quote it when you ask for help. */
                "x-request-id"?: string;
                /** @description How many requests the account may make. It may come with any response, and may be missing. */
                "X-RateLimit-Limit"?: string;
                /** @description How many requests are left. It may come with any response, and may be missing. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * @description When requests are possible again. It may come with any response, and may be missing. Its unit is unknown (seconds from now,
                 *     or a point in time): do not sleep on it.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        /** @description The workflow's id */
        WorkflowId: number;
    };
    requestBodies: never;
    headers: {
        /** @description The id of this request. The vendor's support traces a call by it: log it, and quote it when you ask for help. */
        RequestId: string;
        /** @description How many requests the account may make. It may come with any response, and may be missing. */
        RateLimitLimit: string;
        /** @description How many requests are left. It may come with any response, and may be missing. */
        RateLimitRemaining: string;
        /**
         * @description When requests are possible again. It may come with any response, and may be missing. Its unit is unknown (seconds from now,
         *     or a point in time): do not sleep on it.
         */
        RateLimitReset: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    duplicateWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The duplicated workflow */
            200: {
                headers: {
                    /** @description The id of this request. The vendor's support traces a call by it: log it, and quote it when you ask for help. */
                    "x-request-id"?: string;
                    /** @description How many requests the account may make. It may come with any response, and may be missing. */
                    "X-RateLimit-Limit"?: string;
                    /** @description How many requests are left. It may come with any response, and may be missing. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * @description When requests are possible again. It may come with any response, and may be missing. Its unit is unknown (seconds from now,
                     *     or a point in time): do not sleep on it.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    executeWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        /** @description Data used to execute the workflow */
        requestBody: {
            content: {
                "application/vnd.np6.cm.workflow-v4": components["schemas"]["Execution"];
            };
        };
        responses: {
            /** @description An execution result. It may report a failed execution: read its `type`. */
            200: {
                headers: {
                    /** @description The id of this request. The vendor's support traces a call by it: log it, and quote it when you ask for help. */
                    "x-request-id"?: string;
                    /** @description How many requests the account may make. It may come with any response, and may be missing. */
                    "X-RateLimit-Limit"?: string;
                    /** @description How many requests are left. It may come with any response, and may be missing. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * @description When requests are possible again. It may come with any response, and may be missing. Its unit is unknown (seconds from now,
                     *     or a point in time): do not sleep on it.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.np6.cm.workflow-v4": components["schemas"]["ExecutionResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    executeWorkflowBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        /** @description A list of data used to execute the workflow */
        requestBody: {
            content: {
                "application/vnd.np6.cm.workflow-v4": components["schemas"]["Execution"][];
            };
        };
        responses: {
            /** @description A list of execution results. Single executions may have failed: read the `type` of each result. */
            200: {
                headers: {
                    /** @description The id of this request. The vendor's support traces a call by it: log it, and quote it when you ask for help. */
                    "x-request-id"?: string;
                    /** @description How many requests the account may make. It may come with any response, and may be missing. */
                    "X-RateLimit-Limit"?: string;
                    /** @description How many requests are left. It may come with any response, and may be missing. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * @description When requests are possible again. It may come with any response, and may be missing. Its unit is unknown (seconds from now,
                     *     or a point in time): do not sleep on it.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.np6.cm.workflow-v4": components["schemas"]["ExecutionResult"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
}
