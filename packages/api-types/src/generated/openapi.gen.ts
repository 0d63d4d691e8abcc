// Generated from an OpenAPI document. Do not edit: change the document, then regenerate.
// Regenerate: pnpm generate
// API: NP6 API 8.1.0

export interface paths {
    "/scripting/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a workflow
         *
         * Creates a workflow and returns it as saved.
         *
         * Every call creates another workflow: repeat it only if the first call certainly did not run.
         */
        post: operations["createWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scripting/workflows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace the specified workflow
         *
         * Replaces the workflow with this id by the workflow in the body, and returns it as saved.
         *
         * Properties that the body omits are presumably lost: send the whole workflow.
         */
        put: operations["replaceWorkflow"];
        post?: never;
        /**
         * Delete the specified workflow
         *
         * Deletes the workflow. No way to undo this is documented.
         */
        delete: operations["deleteWorkflow"];
        options?: never;
        head?: never;
        /**
         * Update the specified workflow
         *
         * Changes the workflow, and returns it as saved.
         *
         * **The body is undocumented.** The reference shows no schema for it, so any JSON value is accepted here. Try it on a
         * workflow without customers, or use `replaceWorkflow`, whose body is known.
         */
        patch: operations["updateWorkflow"];
        trace?: never;
    };
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
         *
         * Copies the workflow and returns the copy.
         *
         * The request has no body. Every call creates another copy: repeat it only if the first call certainly did not run.
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
         *
         * Executes the workflow for the receiver in the body.
         *
         * An execution can send a mail or a message to a person. No documented way makes a repeat harmless: repeat a call only
         * if it certainly did not run (the API returned 429, or the request never reached the server).
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
         *
         * Executes the workflow once for each element of the body.
         *
         * The maximum number of elements per call is unknown. An execution can send a mail or a message to a person. No
         * documented way makes a repeat harmless: repeat a call only if it certainly did not run.
         */
        post: operations["executeWorkflowBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scripting/workflows/{id}/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the nodes of the specified workflow
         *
         * Returns the workflow's nodes.
         */
        get: operations["getWorkflowNodes"];
        /**
         * Replace the nodes of the specified workflow
         *
         * Replaces all nodes of the workflow by those of the body, and returns them as saved.
         */
        put: operations["replaceWorkflowNodes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scripting/workflows/{id}/capping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the capping of the specified workflow
         *
         * Returns the workflow's capping.
         */
        get: operations["getWorkflowCapping"];
        /**
         * Replace the capping of the specified workflow
         *
         * Replaces all capping of the workflow by that of the body, and returns it as saved.
         */
        put: operations["replaceWorkflowCapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scripting/workflows/{id}/listeners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the listeners of the specified workflow
         *
         * Returns the workflow's listeners. Whether a PUT can replace them alone is unknown; `replaceWorkflow` replaces them
         * too.
         */
        get: operations["getWorkflowListeners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scripting/workflows/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the scheduler tasks of the specified workflow
         *
         * Returns the workflow's scheduler tasks. Whether a PUT can replace them alone is unknown; `replaceWorkflow` replaces
         * them too.
         */
        get: operations["getWorkflowTasks"];
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
        Scripting: Scripting;
        ListenerEvent: ListenerEvent;
        WorkflowListener: WorkflowListener;
        Expression: Expression;
        CappingPeriod: CappingPeriod;
        WorkflowCapping: WorkflowCapping;
        WorkflowNodeBase: WorkflowNodeBase;
        WorkflowNodeWithNext: WorkflowNodeWithNext;
        WorkflowNodeFlow: WorkflowNodeFlow;
        PublishNode: PublishNode;
        RequestNode: RequestNode;
        ScriptNode: ScriptNode;
        SendMailNode: SendMailNode;
        SendSmsNode: SendSmsNode;
        SmsNode: SmsNode;
        SleepNode: SleepNode;
        WaitNode: WaitNode;
        WaitKillNode: WaitKillNode;
        UpdateTargetNode: UpdateTargetNode;
        MultipleSlotsNode: MultipleSlotsNode;
        SendPushAppNode: SendPushAppNode;
        DataManagerPipelineNode: DataManagerPipelineNode;
        DataTablePipelineNode: DataTablePipelineNode;
        NotificationExecutionNode: NotificationExecutionNode;
        IfNode: IfNode;
        MatchNode: MatchNode;
        SampleNode: SampleNode;
        SplitNode: SplitNode;
        SwitchNode: SwitchNode;
        WaitRaceNode: WaitRaceNode;
        WaitAllNode: WaitAllNode;
        ConditionalTimeSlotsNode: ConditionalTimeSlotsNode;
        DataExplorerV2MatchNode: DataExplorerV2MatchNode;
        TerminalNode: TerminalNode;
        KnownWorkflowNode: KnownWorkflowNode;
        UnknownWorkflowNode: UnknownWorkflowNode;
        WorkflowNode: WorkflowNode;
        TaskScheduler: TaskScheduler;
        TaskProvider: TaskProvider;
        WorkflowTask: WorkflowTask;
        Workflow: Workflow;
        ErrorBody: ErrorBody;
        IdReceiver: IdReceiver;
        UnicityReceiver: UnicityReceiver;
        HashReceiver: HashReceiver;
        FootprintReceiver: FootprintReceiver;
        KnownReceiver: KnownReceiver;
        UnknownReceiver: UnknownReceiver;
        Receiver: Receiver;
        Resolution: Resolution;
        Debug: Debug;
        Stamp: Stamp;
        Execution: Execution;
        ExecutionResultBase: ExecutionResultBase;
        SuccessfulExecutionResult: SuccessfulExecutionResult;
        FailedExecutionResult: FailedExecutionResult;
        KnownExecutionResult: KnownExecutionResult;
        UnknownExecutionResult: UnknownExecutionResult;
        ExecutionResult: ExecutionResult;
    };
    responses: {
        /** The request is malformed: the body is not JSON, or its structure is wrong. Correct it before sending again. */
        BadRequest: {
            headers: {
                /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                "x-request-id"?: string;
                /** Number of requests that the account may make. Any response may contain it or lack it. */
                "X-RateLimit-Limit"?: string;
                /** Number of requests that are left. Any response may contain it or lack it. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                 * or a point in time), so do not use it for waiting.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** The API key is missing or unknown. Check the header `X-Key`; a repeat with the same key does not help. */
        Unauthorized: {
            headers: {
                /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                "x-request-id"?: string;
                /** Number of requests that the account may make. Any response may contain it or lack it. */
                "X-RateLimit-Limit"?: string;
                /** Number of requests that are left. Any response may contain it or lack it. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                 * or a point in time), so do not use it for waiting.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** The API key is known, but lacks the permission for this. Ask the vendor's support for the permission. */
        Forbidden: {
            headers: {
                /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                "x-request-id"?: string;
                /** Number of requests that the account may make. Any response may contain it or lack it. */
                "X-RateLimit-Limit"?: string;
                /** Number of requests that are left. Any response may contain it or lack it. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                 * or a point in time), so do not use it for waiting.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /**
         * The id is unknown. The API also sends this for an invalid value in a valid field: if the id is right, check the values
         * of the request.
         */
        NotFound: {
            headers: {
                /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                "x-request-id"?: string;
                /** Number of requests that the account may make. Any response may contain it or lack it. */
                "X-RateLimit-Limit"?: string;
                /** Number of requests that are left. Any response may contain it or lack it. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                 * or a point in time), so do not use it for waiting.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /**
         * The state of the resource does not allow this, or the resource exists already. The body is always empty: read the
         * resource's state to learn the reason.
         */
        Conflict: {
            headers: {
                /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                "x-request-id"?: string;
                /** Number of requests that the account may make. Any response may contain it or lack it. */
                "X-RateLimit-Limit"?: string;
                /** Number of requests that are left. Any response may contain it or lack it. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                 * or a point in time), so do not use it for waiting.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * The `Content-Type` of the request is not exactly the one that this operation accepts. An operation without a request
         * body should not return this.
         */
        UnsupportedMediaType: {
            headers: {
                /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                "x-request-id"?: string;
                /** Number of requests that the account may make. Any response may contain it or lack it. */
                "X-RateLimit-Limit"?: string;
                /** Number of requests that are left. Any response may contain it or lack it. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                 * or a point in time), so do not use it for waiting.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /**
         * The account's rate limit is exceeded. The request was refused before it ran, so a repeat is safe; the vendor
         * recommends exponential backoff. Limits vary by account. Whether the response contains `Retry-After` is unknown, so it
         * is not listed.
         */
        TooManyRequests: {
            headers: {
                /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                "x-request-id"?: string;
                /** Number of requests that the account may make. Any response may contain it or lack it. */
                "X-RateLimit-Limit"?: string;
                /** Number of requests that are left. Any response may contain it or lack it. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                 * or a point in time), so do not use it for waiting.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** The server failed. Whether the request ran is unknown: check before sending an execution or a duplication again. */
        InternalServerError: {
            headers: {
                /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                "x-request-id"?: string;
                /** Number of requests that the account may make. Any response may contain it or lack it. */
                "X-RateLimit-Limit"?: string;
                /** Number of requests that are left. Any response may contain it or lack it. */
                "X-RateLimit-Remaining"?: string;
                /**
                 * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                 * or a point in time), so do not use it for waiting.
                 */
                "X-RateLimit-Reset"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
    };
    parameters: {
        /** The workflow's id */
        WorkflowId: number;
    };
    requestBodies: never;
    headers: {
        /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
        RequestId: string;
        /** Number of requests that the account may make. Any response may contain it or lack it. */
        RateLimitLimit: string;
        /** Number of requests that are left. Any response may contain it or lack it. */
        RateLimitRemaining: string;
        /**
         * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
         * or a point in time), so do not use it for waiting.
         */
        RateLimitReset: string;
    };
    pathItems: never;
}
/**
 * Script settings. `version` identifies the variant; the other properties are those of the variant in the reference.
 * Other variants may have others.
 */
export interface Scripting {
    /**
     * Discriminator, required (assumed): the variant of the script settings. `7.0.0` was observed on another area of the
     * same server.
     */
    version: string;
    /** Environment definition. Its content is undocumented. */
    environment?: {
        [key: string]: unknown;
    };
    /** Imports definition. It can be `null`, as observed on another area of the same server. */
    imports?: {
        [key: string]: unknown;
    }[] | null;
    /** Initializers definition. It can be `null`, as observed on another area of the same server. */
    initializers?: {
        [key: string]: unknown;
    }[] | null;
    /** Filters definition. It can be `null`, as observed on another area of the same server. */
    filters?: {
        [key: string]: unknown;
    }[] | null;
    [key: string]: unknown;
}
/** The event that a listener waits for. `type` identifies the variant; the properties of the variants are undocumented. */
export interface ListenerEvent {
    /** Discriminator, required (assumed): the variant of the event. Its values are undocumented. */
    type: string;
    [key: string]: unknown;
}
/** Starts the workflow at a node when an event happens. */
export interface WorkflowListener {
    /** The listener's id */
    id?: string;
    /** The listener's name */
    name?: string;
    /** The listener's description */
    description?: string;
    /** The listener's event */
    event?: ListenerEvent;
    /** The listener's node handler, the id of a node */
    handler?: string;
    [field: Unrecognized]: unknown;
}
/**
 * A value, or a way to compute one. `type` identifies the variant; the other property is that of the variant in the
 * reference, a literal.
 */
export interface Expression {
    /** Discriminator, required (assumed): the variant of the expression. Its values are undocumented. */
    type: string;
    /** A literal expression: any JSON value */
    value?: unknown;
    [key: string]: unknown;
}
/** A period of time. `type` identifies the variant; the other properties are those of the variant in the reference. */
export interface CappingPeriod {
    /** Discriminator, required (assumed): the variant of the period. Its values are undocumented. */
    type: string;
    /** The period's unit */
    unit?: "MILLISECOND" | "SECOND" | "MINUTE" | "HOUR" | "DAY" | "WEEK" | "MONTH" | "YEAR" | Unrecognized;
    /**
     * The period's value, counted in `unit`
     *
     * Format: int32
     */
    value?: number;
    [key: string]: unknown;
}
/** Limits the number of runs of the listed nodes, by a counter per key and period. */
export interface WorkflowCapping {
    /** The key used to store the incremental value */
    key?: Expression;
    /**
     * The value used to increment the key's value
     *
     * Format: int32
     */
    increment?: number;
    /**
     * The threshold used to handle the capping decision
     *
     * Format: int32
     */
    threshold?: number;
    /** The period used to handle the capping decision */
    period?: CappingPeriod;
    /** The ids of the workflow nodes to cap */
    nodes?: string[];
    [field: Unrecognized]: unknown;
}
/** Properties of all nodes. */
export interface WorkflowNodeBase {
    /** The node's id, by which other nodes, listeners, capping and tasks refer to it */
    id?: string;
    /** The node's name */
    name?: string;
    /** The node's description */
    description?: string;
    /** The node's "entry point" capability, whether the workflow can start at it */
    default?: boolean;
    /** The node settings. Their content is undocumented. */
    settings?: {
        [key: string]: unknown;
    };
    [field: Unrecognized]: unknown;
}
/** Properties of the nodes that continue with one next node. */
export interface WorkflowNodeWithNext extends WorkflowNodeBase {
    /** The identifier of the next node to execute */
    next?: string;
    [field: Unrecognized]: unknown;
}
/**
 * The continuation of the workflow after a node. `type` identifies the variant; the other property is that of the
 * variant in the reference.
 */
export interface WorkflowNodeFlow {
    /** Discriminator, required (assumed): the variant of the control flow. Its values are undocumented. */
    type: string;
    /** The identifier of the next node to execute */
    value?: string;
    [key: string]: unknown;
}
/** Emits an event. The reference shows the properties of this variant only. */
export interface PublishNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "publish";
    /** Name of the event to emit */
    event?: Expression;
    /** Evaluated data used to emit the event */
    data?: Expression;
    /**
     * The node's control flow
     * @deprecated
     */
    flow?: WorkflowNodeFlow;
    [field: Unrecognized]: unknown;
}
/** Sends a request. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface RequestNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "request";
    [key: string]: unknown;
}
/** Runs a script. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface ScriptNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "script";
    [key: string]: unknown;
}
/** Sends a mail. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface SendMailNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "sendMail";
    [key: string]: unknown;
}
/** Sends a text message. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface SendSmsNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "sendSms";
    [key: string]: unknown;
}
/**
 * Sends a text message; how it differs from `sendSms` is undocumented. Its own properties are undocumented; any may be
 * present beside those of all nodes.
 */
export interface SmsNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "sms";
    [key: string]: unknown;
}
/** Pauses. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface SleepNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "sleep";
    [key: string]: unknown;
}
/** Waits. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface WaitNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "wait";
    [key: string]: unknown;
}
/** Ends a wait. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface WaitKillNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "wait.kill";
    [key: string]: unknown;
}
/** Updates the target. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface UpdateTargetNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "updateTarget";
    [key: string]: unknown;
}
/** Has several slots. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface MultipleSlotsNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "multipleslots";
    [key: string]: unknown;
}
/**
 * Sends a push notification to an app. Its own properties are undocumented; any may be present beside those of all
 * nodes.
 */
export interface SendPushAppNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "sendpushapp";
    [key: string]: unknown;
}
/**
 * Runs a pipeline of the data manager. Its own properties are undocumented; any may be present beside those of all
 * nodes.
 */
export interface DataManagerPipelineNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "data-manager/pipeline";
    [key: string]: unknown;
}
/** Runs a pipeline of a data table. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface DataTablePipelineNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "data-table/pipeline";
    [key: string]: unknown;
}
/** Executes a notification. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface NotificationExecutionNode extends WorkflowNodeWithNext {
    /** Identifies this variant */
    type: "np6.notification/execution";
    [key: string]: unknown;
}
/** Branches on a condition. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface IfNode extends WorkflowNodeBase {
    /** Identifies this variant */
    type: "if";
    [key: string]: unknown;
}
/** Branches on a match. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface MatchNode extends WorkflowNodeBase {
    /** Identifies this variant */
    type: "match";
    [key: string]: unknown;
}
/** Takes a sample. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface SampleNode extends WorkflowNodeBase {
    /** Identifies this variant */
    type: "sample";
    [key: string]: unknown;
}
/** Splits. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface SplitNode extends WorkflowNodeBase {
    /** Identifies this variant */
    type: "split";
    [key: string]: unknown;
}
/** Branches on a value. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface SwitchNode extends WorkflowNodeBase {
    /** Identifies this variant */
    type: "switch";
    [key: string]: unknown;
}
/** Waits for the first of several. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface WaitRaceNode extends WorkflowNodeBase {
    /** Identifies this variant */
    type: "wait.race";
    [key: string]: unknown;
}
/** Waits for all of several. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface WaitAllNode extends WorkflowNodeBase {
    /** Identifies this variant */
    type: "wait.all";
    [key: string]: unknown;
}
/** Branches on time slots. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface ConditionalTimeSlotsNode extends WorkflowNodeBase {
    /** Identifies this variant */
    type: "conditionaltimeslots";
    [key: string]: unknown;
}
/**
 * Branches on a match of the data explorer. Its own properties are undocumented; any may be present beside those of all
 * nodes.
 */
export interface DataExplorerV2MatchNode extends WorkflowNodeBase {
    /** Identifies this variant */
    type: "data-explorer-v2.match";
    [key: string]: unknown;
}
/** Ends the workflow. Its own properties are undocumented; any may be present beside those of all nodes. */
export interface TerminalNode extends WorkflowNodeBase {
    /** Identifies this variant */
    type: "terminal";
    [key: string]: unknown;
}
/** A step of a workflow, of one of the types in the reference. `type` identifies the variant. */
export type KnownWorkflowNode = PublishNode | RequestNode | ScriptNode | SendMailNode | SendSmsNode | SmsNode | SleepNode | WaitNode | WaitKillNode | UpdateTargetNode | MultipleSlotsNode | SendPushAppNode | DataManagerPipelineNode | DataTablePipelineNode | NotificationExecutionNode | IfNode | MatchNode | SampleNode | SplitNode | SwitchNode | WaitRaceNode | WaitAllNode | ConditionalTimeSlotsNode | DataExplorerV2MatchNode | TerminalNode;
/** A node of an unlisted type, for example one newer than this description. All its content is kept. */
export interface UnknownWorkflowNode extends WorkflowNodeBase {
    /** An unlisted type */
    type: Unrecognized;
    [key: string]: unknown;
}
/** One step of a workflow. `type` identifies the variant; a type that is not listed is an UnknownWorkflowNode. */
export type WorkflowNode = KnownWorkflowNode | UnknownWorkflowNode;
/**
 * The time when a task runs. `type` identifies the variant; the other properties are those of the variant in the
 * reference, the fields of a cron expression.
 */
export interface TaskScheduler {
    /** Discriminator, required (assumed): the variant of the scheduler. Its values are undocumented. */
    type: string;
    /** Id of the scheduler */
    id?: string;
    /** Name of the scheduler */
    name?: string;
    /** The time zone of the other fields. Its content is undocumented. */
    timeZone?: {
        [key: string]: unknown;
    };
    /** The minute field of a cron expression */
    minute?: string;
    /** The hour field of a cron expression */
    hour?: string;
    /** The day-of-month field of a cron expression */
    dayOfMonth?: string;
    /** The month field of a cron expression */
    month?: string;
    /** The day-of-week field of a cron expression */
    dayOfWeek?: string;
    [key: string]: unknown;
}
/**
 * The source of a task's receivers. `type` identifies the variant; the other properties are those of the variant in the
 * reference, a search.
 */
export interface TaskProvider {
    /** Discriminator, required (assumed): the variant of the provider. Its values are undocumented. */
    type: string;
    /** The search. Its content is undocumented. */
    value?: {
        [key: string]: unknown;
    };
    /** The part of the found data that is passed on. Its content is undocumented. */
    projection?: {
        [key: string]: unknown;
    };
    [key: string]: unknown;
}
/** Starts the workflow at a node at given times, for the receivers of a data provider. */
export interface WorkflowTask {
    /** Id of the task */
    id?: string;
    /** Name of the task */
    name?: string;
    /** Description of the task */
    description?: string;
    /** The schedulers of the task */
    schedulers?: TaskScheduler[];
    /** The data provider of the task */
    provider?: TaskProvider;
    /** The task's node handler, the id of a node */
    handler?: string;
    [field: Unrecognized]: unknown;
}
/** A workflow with its nodes, and with the objects that start, limit and configure them. */
export interface Workflow {
    /**
     * The workflow's id
     *
     * Format: int32
     */
    id?: number;
    /** The workflow's name */
    name?: string;
    /** The workflow's description */
    description?: string;
    /**
     * The workflow's state. The reference does not explain 0 and 1.
     *
     * Format: int32
     */
    state?: 0 | 1 | UnrecognizedNumber;
    /**
     * The workflow's creation date
     *
     * Format: date-time
     */
    creationDate?: string;
    /**
     * The workflow's update date
     *
     * Format: date-time
     */
    updateDate?: string;
    /** The workflow's script settings */
    scripting?: Scripting;
    /** The workflow's settings. Their content is undocumented. */
    settings?: {
        [key: string]: unknown;
    };
    /** The workflow's listeners */
    listeners?: WorkflowListener[];
    /** The workflow's capping definition */
    capping?: WorkflowCapping[];
    /** The workflow's nodes */
    nodes?: WorkflowNode[];
    /** The workflow's scheduler tasks */
    tasks?: WorkflowTask[];
    [field: Unrecognized]: unknown;
}
/** Details of an error. Undocumented: any JSON value, or none. Show it to people; no program should depend on it. */
export type ErrorBody = unknown;
/** The receiver is the target with this id. */
export interface IdReceiver {
    /** Identifies this variant */
    type: "id";
    /** Id of the target */
    value: string;
}
/** The receiver is the target with these values in its unicity fields. */
export interface UnicityReceiver {
    /** Identifies this variant */
    type: "unicity";
    /** The values of the unicity fields. The API refused a plain string with 400. */
    value: string[];
}
/** The receiver is the target with this hash. */
export interface HashReceiver {
    /** Identifies this variant */
    type: "hash";
    /** An MD5 hash */
    value: string;
}
/** The receiver is the target with this footprint. */
export interface FootprintReceiver {
    /** Identifies this variant */
    type: "footprint";
    /** Id of the target. Its form is undocumented. */
    id?: unknown;
    /** The values of the unicity fields. Their form is undocumented. */
    unicity?: unknown;
    /** A hash. Its form is undocumented. */
    hash?: unknown;
}
/** A receiver of a known type. `type` identifies the variant. */
export type KnownReceiver = IdReceiver | UnicityReceiver | HashReceiver | FootprintReceiver;
/** A receiver of an unlisted type. */
export interface UnknownReceiver {
    /** An unlisted type */
    type: Unrecognized;
    [key: string]: unknown;
}
/**
 * The receiver of an execution. `type` identifies the variant.
 *
 * The reference shows one variant, with the id of a target. The others were observed on another area of the same server;
 * whether workflows accept them is unknown.
 */
export type Receiver = KnownReceiver | UnknownReceiver;
/** A key and its resolved value. */
export interface Resolution {
    /** Key */
    key?: string;
    /** Value. Its content is undocumented. */
    value?: {
        [key: string]: unknown;
    };
}
/**
 * Debugging information. `version` identifies the variant; the other properties are those of the variant in the
 * reference.
 */
export interface Debug {
    /** Discriminator, required (assumed): the variant of the debugging information. Its values are undocumented. */
    version: string;
    /** Underlying id of the debug */
    id?: string;
    /**
     * Represents the maximum number of nodes to execute
     *
     * Format: int32
     */
    ttl?: number;
    /** A list of debugged nodes. Their content is undocumented. */
    nodes?: {
        [key: string]: unknown;
    }[];
    [key: string]: unknown;
}
/** Stamp information, which ties an execution to others. */
export interface Stamp {
    /**
     * Creation time of the stamp. This is the number of milliseconds elapsed since January 1, 1970 00:00:00 UTC.
     *
     * Format: int64
     */
    time?: number;
    /**
     * The stamp id
     *
     * Format: uuid
     */
    id?: string;
    /**
     * The thread id
     *
     * Format: uuid
     */
    thread?: string;
    /**
     * The set id
     *
     * Format: uuid
     */
    set?: string;
}
/**
 * Data used to execute a workflow for one receiver.
 *
 * The reference is a page without indentation, which does not show whether a property belongs to the object above it.
 * Here all properties are on one level. `event`, `state` and `data` are open, so another nesting breaks no schema.
 */
export interface Execution {
    /** Underlying execution id. Whether it makes a repeated execution harmless is unknown. */
    id?: string;
    /** The receiver identification */
    receiver?: Receiver;
    /** The startup node, by its id */
    node?: string;
    /** Underlying workflow event. Its content is undocumented. */
    event?: {
        [key: string]: unknown;
    };
    /** Internal state. Its content is undocumented. */
    state?: {
        [key: string]: unknown;
    };
    /** Underlying data. Its content is undocumented. */
    data?: {
        [key: string]: unknown;
    };
    /** Additional variables. Their content is undocumented. */
    variables?: {
        [key: string]: unknown;
    }[];
    /** Underlying resolution */
    resolutions?: Resolution[];
    /** Debugging information */
    debug?: Debug;
    /** Stamp information */
    stamp?: Stamp;
}
/** Properties of all execution results. */
export interface ExecutionResultBase {
    /** A representation of the executed flow. Its content is undocumented. */
    flow?: {
        [key: string]: unknown;
    };
    [field: Unrecognized]: unknown;
}
/** The execution succeeded. */
export interface SuccessfulExecutionResult extends ExecutionResultBase {
    /** Identifies this variant */
    type: "success";
    [key: string]: unknown;
}
/** The execution failed. The status of the response is still 200. */
export interface FailedExecutionResult extends ExecutionResultBase {
    /** Identifies this variant */
    type: "error";
    /** Details of the failure */
    value?: {
        /** The kind of failure; `recipient not found` was observed */
        type?: string;
        /** The affected receiver. Its content is undocumented. */
        recipient?: {
            [key: string]: unknown;
        };
        [key: string]: unknown;
    };
    [key: string]: unknown;
}
/** A result of an observed type. `type` identifies the variant. */
export type KnownExecutionResult = SuccessfulExecutionResult | FailedExecutionResult;
/** A result of an unlisted type. The values for workflows are undocumented, so this can occur today. */
export interface UnknownExecutionResult extends ExecutionResultBase {
    /** An unlisted type */
    type: Unrecognized;
    [key: string]: unknown;
}
/**
 * The result of one execution. `type` identifies the variant.
 *
 * `success` and `error` were observed on another area of the same server, where a batch returns one result per element,
 * in order, and a partial failure is a 200 with an element of type `error`. For workflows the values are unknown.
 */
export type ExecutionResult = KnownExecutionResult | UnknownExecutionResult;
export type $defs = Record<string, never>;
export interface operations {
    /**
     * Create a workflow
     *
     * Creates a workflow and returns it as saved.
     *
     * Every call creates another workflow: repeat it only if the first call certainly did not run.
     */
    createWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workflow to create. It is undocumented which properties the server sets itself. */
        requestBody: {
            content: {
                "application/json": Workflow;
            };
        };
        responses: {
            /** The saved workflow */
            200: {
                headers: {
                    /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                    "x-request-id"?: string;
                    /** Number of requests that the account may make. Any response may contain it or lack it. */
                    "X-RateLimit-Limit"?: string;
                    /** Number of requests that are left. Any response may contain it or lack it. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                     * or a point in time), so do not use it for waiting.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Workflow;
                };
            };
            /** The created workflow */
            201: {
                headers: {
                    /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                    "x-request-id"?: string;
                    /** Number of requests that the account may make. Any response may contain it or lack it. */
                    "X-RateLimit-Limit"?: string;
                    /** Number of requests that are left. Any response may contain it or lack it. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                     * or a point in time), so do not use it for waiting.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Workflow;
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
    /**
     * Replace the specified workflow
     *
     * Replaces the workflow with this id by the workflow in the body, and returns it as saved.
     *
     * Properties that the body omits are presumably lost: send the whole workflow.
     */
    replaceWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        /** The whole workflow */
        requestBody: {
            content: {
                "application/json": Workflow;
            };
        };
        responses: {
            /** The saved workflow */
            200: {
                headers: {
                    /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                    "x-request-id"?: string;
                    /** Number of requests that the account may make. Any response may contain it or lack it. */
                    "X-RateLimit-Limit"?: string;
                    /** Number of requests that are left. Any response may contain it or lack it. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                     * or a point in time), so do not use it for waiting.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Workflow;
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
    /**
     * Delete the specified workflow
     *
     * Deletes the workflow. No way to undo this is documented.
     */
    deleteWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** No content */
            204: {
                headers: {
                    /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                    "x-request-id"?: string;
                    /** Number of requests that the account may make. Any response may contain it or lack it. */
                    "X-RateLimit-Limit"?: string;
                    /** Number of requests that are left. Any response may contain it or lack it. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                     * or a point in time), so do not use it for waiting.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    /**
     * Update the specified workflow
     *
     * Changes the workflow, and returns it as saved.
     *
     * **The body is undocumented.** The reference shows no schema for it, so any JSON value is accepted here. Try it on a
     * workflow without customers, or use `replaceWorkflow`, whose body is known.
     */
    updateWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        /** The changes. Undocumented. */
        requestBody?: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** The saved workflow */
            200: {
                headers: {
                    /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                    "x-request-id"?: string;
                    /** Number of requests that the account may make. Any response may contain it or lack it. */
                    "X-RateLimit-Limit"?: string;
                    /** Number of requests that are left. Any response may contain it or lack it. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                     * or a point in time), so do not use it for waiting.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Workflow;
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
    /**
     * Duplicate the specified workflow
     *
     * Copies the workflow and returns the copy.
     *
     * The request has no body. Every call creates another copy: repeat it only if the first call certainly did not run.
     */
    duplicateWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The duplicated workflow */
            200: {
                headers: {
                    /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                    "x-request-id"?: string;
                    /** Number of requests that the account may make. Any response may contain it or lack it. */
                    "X-RateLimit-Limit"?: string;
                    /** Number of requests that are left. Any response may contain it or lack it. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                     * or a point in time), so do not use it for waiting.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Workflow;
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
    /**
     * Execute the specified workflow for one receiver
     *
     * Executes the workflow for the receiver in the body.
     *
     * An execution can send a mail or a message to a person. No documented way makes a repeat harmless: repeat a call only
     * if it certainly did not run (the API returned 429, or the request never reached the server).
     */
    executeWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        /** Data used to execute the workflow */
        requestBody: {
            content: {
                "application/vnd.np6.cm.workflow-v4": Execution;
            };
        };
        responses: {
            /** An execution result. It may be a failed execution: check its `type`. */
            200: {
                headers: {
                    /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                    "x-request-id"?: string;
                    /** Number of requests that the account may make. Any response may contain it or lack it. */
                    "X-RateLimit-Limit"?: string;
                    /** Number of requests that are left. Any response may contain it or lack it. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                     * or a point in time), so do not use it for waiting.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.np6.cm.workflow-v4": ExecutionResult;
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
    /**
     * Execute the specified workflow for many receivers
     *
     * Executes the workflow once for each element of the body.
     *
     * The maximum number of elements per call is unknown. An execution can send a mail or a message to a person. No
     * documented way makes a repeat harmless: repeat a call only if it certainly did not run.
     */
    executeWorkflowBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        /** A list of data used to execute the workflow */
        requestBody: {
            content: {
                "application/vnd.np6.cm.workflow-v4": Execution[];
            };
        };
        responses: {
            /** A list of execution results. Single executions may have failed: check the `type` of each result. */
            200: {
                headers: {
                    /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                    "x-request-id"?: string;
                    /** Number of requests that the account may make. Any response may contain it or lack it. */
                    "X-RateLimit-Limit"?: string;
                    /** Number of requests that are left. Any response may contain it or lack it. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                     * or a point in time), so do not use it for waiting.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.np6.cm.workflow-v4": ExecutionResult[];
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
    /**
     * Read the nodes of the specified workflow
     *
     * Returns the workflow's nodes.
     */
    getWorkflowNodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The workflow's nodes */
            200: {
                headers: {
                    /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                    "x-request-id"?: string;
                    /** Number of requests that the account may make. Any response may contain it or lack it. */
                    "X-RateLimit-Limit"?: string;
                    /** Number of requests that are left. Any response may contain it or lack it. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                     * or a point in time), so do not use it for waiting.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": WorkflowNode[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    /**
     * Replace the nodes of the specified workflow
     *
     * Replaces all nodes of the workflow by those of the body, and returns them as saved.
     */
    replaceWorkflowNodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        /** All nodes of the workflow */
        requestBody: {
            content: {
                "application/json": WorkflowNode[];
            };
        };
        responses: {
            /** The saved nodes */
            200: {
                headers: {
                    /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                    "x-request-id"?: string;
                    /** Number of requests that the account may make. Any response may contain it or lack it. */
                    "X-RateLimit-Limit"?: string;
                    /** Number of requests that are left. Any response may contain it or lack it. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                     * or a point in time), so do not use it for waiting.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": WorkflowNode[];
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
    /**
     * Read the capping of the specified workflow
     *
     * Returns the workflow's capping.
     */
    getWorkflowCapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The workflow's capping */
            200: {
                headers: {
                    /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                    "x-request-id"?: string;
                    /** Number of requests that the account may make. Any response may contain it or lack it. */
                    "X-RateLimit-Limit"?: string;
                    /** Number of requests that are left. Any response may contain it or lack it. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                     * or a point in time), so do not use it for waiting.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": WorkflowCapping[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    /**
     * Replace the capping of the specified workflow
     *
     * Replaces all capping of the workflow by that of the body, and returns it as saved.
     */
    replaceWorkflowCapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        /** All capping of the workflow */
        requestBody: {
            content: {
                "application/json": WorkflowCapping[];
            };
        };
        responses: {
            /** The saved capping */
            200: {
                headers: {
                    /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                    "x-request-id"?: string;
                    /** Number of requests that the account may make. Any response may contain it or lack it. */
                    "X-RateLimit-Limit"?: string;
                    /** Number of requests that are left. Any response may contain it or lack it. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                     * or a point in time), so do not use it for waiting.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": WorkflowCapping[];
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
    /**
     * Read the listeners of the specified workflow
     *
     * Returns the workflow's listeners. Whether a PUT can replace them alone is unknown; `replaceWorkflow` replaces them
     * too.
     */
    getWorkflowListeners: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The workflow's listeners */
            200: {
                headers: {
                    /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                    "x-request-id"?: string;
                    /** Number of requests that the account may make. Any response may contain it or lack it. */
                    "X-RateLimit-Limit"?: string;
                    /** Number of requests that are left. Any response may contain it or lack it. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                     * or a point in time), so do not use it for waiting.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": WorkflowListener[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    /**
     * Read the scheduler tasks of the specified workflow
     *
     * Returns the workflow's scheduler tasks. Whether a PUT can replace them alone is unknown; `replaceWorkflow` replaces
     * them too.
     */
    getWorkflowTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The workflow's id */
                id: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The workflow's scheduler tasks */
            200: {
                headers: {
                    /** The id of this request. The vendor's support finds a call by it: log it, and quote it in support requests. */
                    "x-request-id"?: string;
                    /** Number of requests that the account may make. Any response may contain it or lack it. */
                    "X-RateLimit-Limit"?: string;
                    /** Number of requests that are left. Any response may contain it or lack it. */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * Time when requests are possible again. Any response may contain it or lack it. Its unit is unknown (seconds from now,
                     * or a point in time), so do not use it for waiting.
                     */
                    "X-RateLimit-Reset"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": WorkflowTask[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
}

/** Values of `type` in a {@link WorkflowNode}. */
export type WorkflowNodeType = WorkflowNode["type"];

/** Values of `type` in a {@link Receiver}. */
export type ReceiverType = Receiver["type"];

/** Values of `type` in a {@link ExecutionResult}. */
export type ExecutionResultType = ExecutionResult["type"];

/** Values of `type` in a {@link KnownWorkflowNode}. */
export type KnownWorkflowNodeType = KnownWorkflowNode["type"];

/** Values of `type` in a {@link KnownReceiver}. */
export type KnownReceiverType = KnownReceiver["type"];

/** Values of `type` in a {@link KnownExecutionResult}. */
export type KnownExecutionResultType = KnownExecutionResult["type"];

/**
 * A string that this version of the API description does not list: a new value of an enum, the discriminator of a newer
 * variant, or the name of an undescribed field. At run time it is the plain string. The suffix only keeps it apart from
 * literals.
 */
export type Unrecognized = `${string & { readonly unlisted: never }} (unrecognized)`;

/** A number that this version of the API description does not list. At run time it is the plain number. */
export type UnrecognizedNumber = number & { readonly unrecognized: true };
