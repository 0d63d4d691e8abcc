// Generated from an OpenAPI document. Do not edit: change the document, then regenerate.
// Regenerate: pnpm generate
// API: NP6 API 8.1.0

import type { operations } from "./openapi.gen.js";

/** The data of a response, with its status and headers. */
export interface Answered<Data> {
    readonly data: Data;
    /** Status and headers; the body has been read. */
    readonly response: {
        readonly status: number;
        readonly headers: { get(name: string): string | null; has(name: string): boolean };
    };
    /** Id by which the API's support finds the call. */
    readonly requestId: string | undefined;
    readonly rateLimit: { readonly limit: string | undefined; readonly remaining: string | undefined; readonly reset: string | undefined } | undefined;
}

/** A call in progress: a promise of its data. `withResponse` also returns status and headers. */
export type CallPromise<Data> = Promise<Data> & { readonly withResponse: () => Promise<Answered<Data>> };

/**
 * Methods of all operations with at most one media type each in request and response.
 * @typeParam CallOptions - options of every call, beside the operation's parameters and body
 */
export interface Methods<CallOptions> {
    /**
     * Create a workflow
     *
     * Creates a workflow and returns it as saved.
     *
     * Every call creates another workflow: repeat it only if the first call certainly did not run.
     * @throws when the API refuses the call (400, 401, 403, 404, 409, 415, 429, 500), no usable response arrives or the input is wrong; see `kind`
     * @example
     * await client.createWorkflow({ body });
     */
    readonly createWorkflow: (input: CreateWorkflowInput & CallOptions) => CallPromise<CreateWorkflowResult>;
    /**
     * Replace the specified workflow
     *
     * Replaces the workflow with this id by the workflow in the body, and returns it as saved.
     *
     * Properties that the body omits are presumably lost: send the whole workflow.
     * @throws when the API refuses the call (400, 401, 403, 404, 409, 415, 429, 500), no usable response arrives or the input is wrong; see `kind`
     * @example
     * await client.replaceWorkflow({ path: { id: 4127 }, body });
     */
    readonly replaceWorkflow: (input: ReplaceWorkflowInput & CallOptions) => CallPromise<ReplaceWorkflowResult>;
    /**
     * Update the specified workflow
     *
     * Changes the workflow, and returns it as saved.
     *
     * **The body is undocumented.** The reference shows no schema for it, so any JSON value is accepted here. Try it on a
     * workflow without customers, or use `replaceWorkflow`, whose body is known.
     * @throws when the API refuses the call (400, 401, 403, 404, 409, 415, 429, 500), no usable response arrives or the input is wrong; see `kind`
     * @example
     * await client.updateWorkflow({ path: { id: 4127 } });
     */
    readonly updateWorkflow: (input: UpdateWorkflowInput & CallOptions) => CallPromise<UpdateWorkflowResult>;
    /**
     * Delete the specified workflow
     *
     * Deletes the workflow. No way to undo this is documented.
     * @throws when the API refuses the call (400, 401, 403, 404, 409, 429, 500), no usable response arrives or the input is wrong; see `kind`
     * @example
     * await client.deleteWorkflow({ path: { id: 4127 } });
     */
    readonly deleteWorkflow: (input: DeleteWorkflowInput & CallOptions) => CallPromise<DeleteWorkflowResult>;
    /**
     * Duplicate the specified workflow
     *
     * Copies the workflow and returns the copy.
     *
     * The request has no body. Every call creates another copy: repeat it only if the first call certainly did not run.
     * @throws when the API refuses the call (400, 401, 403, 404, 409, 415, 429, 500), no usable response arrives or the input is wrong; see `kind`
     * @example
     * await client.duplicateWorkflow({ path: { id: 4127 } });
     */
    readonly duplicateWorkflow: (input: DuplicateWorkflowInput & CallOptions) => CallPromise<DuplicateWorkflowResult>;
    /**
     * Execute the specified workflow for one receiver
     *
     * Executes the workflow for the receiver in the body.
     *
     * An execution can send a mail or a message to a person. No documented way makes a repeat harmless: repeat a call only
     * if it certainly did not run (the API returned 429, or the request never reached the server).
     * @throws when the API refuses the call (400, 401, 403, 404, 409, 415, 429, 500), no usable response arrives or the input is wrong; see `kind`
     * @example
     * await client.executeWorkflow({ path: { id: 4127 }, body: { receiver: { type: "id", value: "000QK3LV" } } });
     */
    readonly executeWorkflow: (input: ExecuteWorkflowInput & CallOptions) => CallPromise<ExecuteWorkflowResult>;
    /**
     * Execute the specified workflow for many receivers
     *
     * Executes the workflow once for each element of the body.
     *
     * The maximum number of elements per call is unknown. An execution can send a mail or a message to a person. No
     * documented way makes a repeat harmless: repeat a call only if it certainly did not run.
     * @throws when the API refuses the call (400, 401, 403, 404, 409, 415, 429, 500), no usable response arrives or the input is wrong; see `kind`
     * @example
     * await client.executeWorkflowBatch({ path: { id: 4127 }, body: [
     *   {
     *     receiver: {
     *       type: "id",
     *       value: "000QK3LV"
     *     }
     *   },
     *   {
     *     receiver: {
     *       type: "id",
     *       value: "000QK3LW"
     *     },
     *     data: {
     *       orderNumber: "2026-000382"
     *     }
     *   },
     *   {
     *     receiver: {
     *       type: "id",
     *       value: "000QK3LX"
     *     },
     *     node: "send-welcome"
     *   },
     *   {
     *     receiver: {
     *       type: "id",
     *       value: "000QK3LY"
     *     }
     *   },
     *   {
     *     receiver: {
     *       type: "id",
     *       value: "000QK3LZ"
     *     }
     *   }
     * ] });
     */
    readonly executeWorkflowBatch: (input: ExecuteWorkflowBatchInput & CallOptions) => CallPromise<ExecuteWorkflowBatchResult>;
    /**
     * Read the nodes of the specified workflow
     *
     * Returns the workflow's nodes.
     * @throws when the API refuses the call (400, 401, 403, 404, 429, 500), no usable response arrives or the input is wrong; see `kind`
     * @example
     * await client.getWorkflowNodes({ path: { id: 4127 } });
     */
    readonly getWorkflowNodes: (input: GetWorkflowNodesInput & CallOptions) => CallPromise<GetWorkflowNodesResult>;
    /**
     * Replace the nodes of the specified workflow
     *
     * Replaces all nodes of the workflow by those of the body, and returns them as saved.
     * @throws when the API refuses the call (400, 401, 403, 404, 409, 415, 429, 500), no usable response arrives or the input is wrong; see `kind`
     * @example
     * await client.replaceWorkflowNodes({ path: { id: 4127 }, body: [
     *   {
     *     type: "publish",
     *     id: "announce",
     *     name: "Announce the start",
     *     description: "Tells the other systems that the series began",
     *     default: true,
     *     settings: {},
     *     next: "send-welcome",
     *     event: {
     *       type: "literal",
     *       value: "welcome-series-started"
     *     },
     *     data: {
     *       type: "literal",
     *       value: {
     *         campaign: "spring"
     *       }
     *     }
     *   },
     *   {
     *     type: "sendMail",
     *     id: "send-welcome",
     *     name: "Welcome mail",
     *     description: "The first mail of the series",
     *     default: false,
     *     settings: {},
     *     next: "pause"
     *   },
     *   {
     *     type: "sleep",
     *     id: "pause",
     *     name: "Three days",
     *     description: "Leaves time to read",
     *     default: false,
     *     settings: {},
     *     next: "end"
     *   },
     *   {
     *     type: "terminal",
     *     id: "end",
     *     name: "End",
     *     description: "Nothing follows",
     *     default: false,
     *     settings: {}
     *   }
     * ] });
     */
    readonly replaceWorkflowNodes: (input: ReplaceWorkflowNodesInput & CallOptions) => CallPromise<ReplaceWorkflowNodesResult>;
    /**
     * Read the capping of the specified workflow
     *
     * Returns the workflow's capping.
     * @throws when the API refuses the call (400, 401, 403, 404, 429, 500), no usable response arrives or the input is wrong; see `kind`
     * @example
     * await client.getWorkflowCapping({ path: { id: 4127 } });
     */
    readonly getWorkflowCapping: (input: GetWorkflowCappingInput & CallOptions) => CallPromise<GetWorkflowCappingResult>;
    /**
     * Replace the capping of the specified workflow
     *
     * Replaces all capping of the workflow by that of the body, and returns it as saved.
     * @throws when the API refuses the call (400, 401, 403, 404, 409, 415, 429, 500), no usable response arrives or the input is wrong; see `kind`
     * @example
     * await client.replaceWorkflowCapping({ path: { id: 4127 }, body: [
     *   {
     *     key: {
     *       type: "literal",
     *       value: "welcome-mail"
     *     },
     *     increment: 1,
     *     threshold: 1,
     *     period: {
     *       type: "fixed",
     *       unit: "DAY",
     *       value: 1
     *     },
     *     nodes: [
     *       "send-welcome"
     *     ]
     *   }
     * ] });
     */
    readonly replaceWorkflowCapping: (input: ReplaceWorkflowCappingInput & CallOptions) => CallPromise<ReplaceWorkflowCappingResult>;
    /**
     * Read the listeners of the specified workflow
     *
     * Returns the workflow's listeners. Whether a PUT can replace them alone is unknown; `replaceWorkflow` replaces them
     * too.
     * @throws when the API refuses the call (400, 401, 403, 404, 429, 500), no usable response arrives or the input is wrong; see `kind`
     * @example
     * await client.getWorkflowListeners({ path: { id: 4127 } });
     */
    readonly getWorkflowListeners: (input: GetWorkflowListenersInput & CallOptions) => CallPromise<GetWorkflowListenersResult>;
    /**
     * Read the scheduler tasks of the specified workflow
     *
     * Returns the workflow's scheduler tasks. Whether a PUT can replace them alone is unknown; `replaceWorkflow` replaces
     * them too.
     * @throws when the API refuses the call (400, 401, 403, 404, 429, 500), no usable response arrives or the input is wrong; see `kind`
     * @example
     * await client.getWorkflowTasks({ path: { id: 4127 } });
     */
    readonly getWorkflowTasks: (input: GetWorkflowTasksInput & CallOptions) => CallPromise<GetWorkflowTasksResult>;
}

/** Input of `createWorkflow`, without call options. */
export interface CreateWorkflowInput {
    readonly body: operations["createWorkflow"]["requestBody"]["content"]["application/json"];
    readonly contentType?: "application/json" | undefined;
    readonly accept?: "application/json" | undefined;
}

/** Result of `createWorkflow`: the body of a success response. */
export type CreateWorkflowResult = operations["createWorkflow"]["responses"][200]["content"]["application/json"] | operations["createWorkflow"]["responses"][201]["content"]["application/json"];

/** Input of `replaceWorkflow`, without call options. */
export interface ReplaceWorkflowInput {
    readonly path: operations["replaceWorkflow"]["parameters"]["path"];
    readonly body: operations["replaceWorkflow"]["requestBody"]["content"]["application/json"];
    readonly contentType?: "application/json" | undefined;
    readonly accept?: "application/json" | undefined;
}

/** Result of `replaceWorkflow`: the body of a success response. */
export type ReplaceWorkflowResult = operations["replaceWorkflow"]["responses"][200]["content"]["application/json"];

/** Input of `updateWorkflow`, without call options. */
export interface UpdateWorkflowInput {
    readonly path: operations["updateWorkflow"]["parameters"]["path"];
    readonly body?: NonNullable<operations["updateWorkflow"]["requestBody"]>["content"]["application/json"] | undefined;
    readonly contentType?: "application/json" | undefined;
    readonly accept?: "application/json" | undefined;
}

/** Result of `updateWorkflow`: the body of a success response. */
export type UpdateWorkflowResult = operations["updateWorkflow"]["responses"][200]["content"]["application/json"];

/** Input of `deleteWorkflow`, without call options. */
export interface DeleteWorkflowInput {
    readonly path: operations["deleteWorkflow"]["parameters"]["path"];
    readonly body?: undefined;
    readonly contentType?: undefined;
    readonly accept?: undefined;
}

/** Result of `deleteWorkflow`: the body of a success response. */
export type DeleteWorkflowResult = undefined;

/** Input of `duplicateWorkflow`, without call options. */
export interface DuplicateWorkflowInput {
    readonly path: operations["duplicateWorkflow"]["parameters"]["path"];
    readonly body?: undefined;
    readonly contentType?: undefined;
    readonly accept?: "application/json" | undefined;
}

/** Result of `duplicateWorkflow`: the body of a success response. */
export type DuplicateWorkflowResult = operations["duplicateWorkflow"]["responses"][200]["content"]["application/json"];

/** Input of `executeWorkflow`, without call options. */
export interface ExecuteWorkflowInput {
    readonly path: operations["executeWorkflow"]["parameters"]["path"];
    readonly body: operations["executeWorkflow"]["requestBody"]["content"]["application/vnd.np6.cm.workflow-v4"];
    readonly contentType?: "application/vnd.np6.cm.workflow-v4" | undefined;
    readonly accept?: "application/vnd.np6.cm.workflow-v4" | undefined;
}

/** Result of `executeWorkflow`: the body of a success response. */
export type ExecuteWorkflowResult = operations["executeWorkflow"]["responses"][200]["content"]["application/vnd.np6.cm.workflow-v4"];

/** Input of `executeWorkflowBatch`, without call options. */
export interface ExecuteWorkflowBatchInput {
    readonly path: operations["executeWorkflowBatch"]["parameters"]["path"];
    readonly body: operations["executeWorkflowBatch"]["requestBody"]["content"]["application/vnd.np6.cm.workflow-v4"];
    readonly contentType?: "application/vnd.np6.cm.workflow-v4" | undefined;
    readonly accept?: "application/vnd.np6.cm.workflow-v4" | undefined;
}

/** Result of `executeWorkflowBatch`: the body of a success response. */
export type ExecuteWorkflowBatchResult = operations["executeWorkflowBatch"]["responses"][200]["content"]["application/vnd.np6.cm.workflow-v4"];

/** Input of `getWorkflowNodes`, without call options. */
export interface GetWorkflowNodesInput {
    readonly path: operations["getWorkflowNodes"]["parameters"]["path"];
    readonly body?: undefined;
    readonly contentType?: undefined;
    readonly accept?: "application/json" | undefined;
}

/** Result of `getWorkflowNodes`: the body of a success response. */
export type GetWorkflowNodesResult = operations["getWorkflowNodes"]["responses"][200]["content"]["application/json"];

/** Input of `replaceWorkflowNodes`, without call options. */
export interface ReplaceWorkflowNodesInput {
    readonly path: operations["replaceWorkflowNodes"]["parameters"]["path"];
    readonly body: operations["replaceWorkflowNodes"]["requestBody"]["content"]["application/json"];
    readonly contentType?: "application/json" | undefined;
    readonly accept?: "application/json" | undefined;
}

/** Result of `replaceWorkflowNodes`: the body of a success response. */
export type ReplaceWorkflowNodesResult = operations["replaceWorkflowNodes"]["responses"][200]["content"]["application/json"];

/** Input of `getWorkflowCapping`, without call options. */
export interface GetWorkflowCappingInput {
    readonly path: operations["getWorkflowCapping"]["parameters"]["path"];
    readonly body?: undefined;
    readonly contentType?: undefined;
    readonly accept?: "application/json" | undefined;
}

/** Result of `getWorkflowCapping`: the body of a success response. */
export type GetWorkflowCappingResult = operations["getWorkflowCapping"]["responses"][200]["content"]["application/json"];

/** Input of `replaceWorkflowCapping`, without call options. */
export interface ReplaceWorkflowCappingInput {
    readonly path: operations["replaceWorkflowCapping"]["parameters"]["path"];
    readonly body: operations["replaceWorkflowCapping"]["requestBody"]["content"]["application/json"];
    readonly contentType?: "application/json" | undefined;
    readonly accept?: "application/json" | undefined;
}

/** Result of `replaceWorkflowCapping`: the body of a success response. */
export type ReplaceWorkflowCappingResult = operations["replaceWorkflowCapping"]["responses"][200]["content"]["application/json"];

/** Input of `getWorkflowListeners`, without call options. */
export interface GetWorkflowListenersInput {
    readonly path: operations["getWorkflowListeners"]["parameters"]["path"];
    readonly body?: undefined;
    readonly contentType?: undefined;
    readonly accept?: "application/json" | undefined;
}

/** Result of `getWorkflowListeners`: the body of a success response. */
export type GetWorkflowListenersResult = operations["getWorkflowListeners"]["responses"][200]["content"]["application/json"];

/** Input of `getWorkflowTasks`, without call options. */
export interface GetWorkflowTasksInput {
    readonly path: operations["getWorkflowTasks"]["parameters"]["path"];
    readonly body?: undefined;
    readonly contentType?: undefined;
    readonly accept?: "application/json" | undefined;
}

/** Result of `getWorkflowTasks`: the body of a success response. */
export type GetWorkflowTasksResult = operations["getWorkflowTasks"]["responses"][200]["content"]["application/json"];

/** Input and result of each operation, by name. */
export interface OperationTypes {
    readonly createWorkflow: { readonly input: CreateWorkflowInput; readonly result: CreateWorkflowResult };
    readonly replaceWorkflow: { readonly input: ReplaceWorkflowInput; readonly result: ReplaceWorkflowResult };
    readonly updateWorkflow: { readonly input: UpdateWorkflowInput; readonly result: UpdateWorkflowResult };
    readonly deleteWorkflow: { readonly input: DeleteWorkflowInput; readonly result: DeleteWorkflowResult };
    readonly duplicateWorkflow: { readonly input: DuplicateWorkflowInput; readonly result: DuplicateWorkflowResult };
    readonly executeWorkflow: { readonly input: ExecuteWorkflowInput; readonly result: ExecuteWorkflowResult };
    readonly executeWorkflowBatch: { readonly input: ExecuteWorkflowBatchInput; readonly result: ExecuteWorkflowBatchResult };
    readonly getWorkflowNodes: { readonly input: GetWorkflowNodesInput; readonly result: GetWorkflowNodesResult };
    readonly replaceWorkflowNodes: { readonly input: ReplaceWorkflowNodesInput; readonly result: ReplaceWorkflowNodesResult };
    readonly getWorkflowCapping: { readonly input: GetWorkflowCappingInput; readonly result: GetWorkflowCappingResult };
    readonly replaceWorkflowCapping: { readonly input: ReplaceWorkflowCappingInput; readonly result: ReplaceWorkflowCappingResult };
    readonly getWorkflowListeners: { readonly input: GetWorkflowListenersInput; readonly result: GetWorkflowListenersResult };
    readonly getWorkflowTasks: { readonly input: GetWorkflowTasksInput; readonly result: GetWorkflowTasksResult };
}

/** Operations with several media types in request or response; the chosen ones decide the types of a call. */
export type OperationInSeveralMediaTypes = never;
