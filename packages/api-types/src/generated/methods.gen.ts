// Generated from an OpenAPI document. Do not edit: change the document, then regenerate.
// Regenerate: pnpm generate
// API: NP6 API 8.1.0

import type { operations } from "./openapi.gen.js";

/**
 * A method for every operation that takes and answers one media type at most.
 * @typeParam CallOptions - what every call takes beside the operation's parameters and body
 */
export interface Methods<CallOptions> {
    /**
     * Create a workflow
     *
     * Makes a workflow and answers it as it was saved.
     *
     * Every call makes a further workflow: repeat it only if the first call surely did not run.
     */
    readonly createWorkflow: (input: {
        readonly body: operations["createWorkflow"]["requestBody"]["content"]["application/json"];
        readonly contentType?: "application/json" | undefined;
        readonly accept?: "application/json" | undefined;
    } & CallOptions) => Promise<operations["createWorkflow"]["responses"][200]["content"]["application/json"] | operations["createWorkflow"]["responses"][201]["content"]["application/json"]>;
    /**
     * Replace the specified workflow
     *
     * Puts the workflow of the body in the place of the one with this id, and answers it as it was saved.
     *
     * What the body leaves out is presumably lost: send the whole workflow.
     */
    readonly replaceWorkflow: (input: {
        readonly path: operations["replaceWorkflow"]["parameters"]["path"];
        readonly body: operations["replaceWorkflow"]["requestBody"]["content"]["application/json"];
        readonly contentType?: "application/json" | undefined;
        readonly accept?: "application/json" | undefined;
    } & CallOptions) => Promise<operations["replaceWorkflow"]["responses"][200]["content"]["application/json"]>;
    /**
     * Update the specified workflow
     *
     * Changes the workflow, and answers it as it was saved.
     *
     * **The body is undocumented.** The reference shows no schema for it, so any JSON value is accepted here. Try it on a workflow that no
     * customer is in, or use `replaceWorkflow`, whose body is known.
     */
    readonly updateWorkflow: (input: {
        readonly path: operations["updateWorkflow"]["parameters"]["path"];
        readonly body?: NonNullable<operations["updateWorkflow"]["requestBody"]>["content"]["application/json"] | undefined;
        readonly contentType?: "application/json" | undefined;
        readonly accept?: "application/json" | undefined;
    } & CallOptions) => Promise<operations["updateWorkflow"]["responses"][200]["content"]["application/json"]>;
    /**
     * Delete the specified workflow
     *
     * Deletes the workflow. Nothing documents a way back.
     */
    readonly deleteWorkflow: (input: {
        readonly path: operations["deleteWorkflow"]["parameters"]["path"];
        readonly body?: undefined;
        readonly contentType?: undefined;
        readonly accept?: undefined;
    } & CallOptions) => Promise<undefined>;
    /**
     * Duplicate the specified workflow
     *
     * Makes a copy of the workflow and answers the copy.
     *
     * The request has no body. Every call makes a further copy: repeat it only if the first call surely did not run.
     */
    readonly duplicateWorkflow: (input: {
        readonly path: operations["duplicateWorkflow"]["parameters"]["path"];
        readonly body?: undefined;
        readonly contentType?: undefined;
        readonly accept?: "application/json" | undefined;
    } & CallOptions) => Promise<operations["duplicateWorkflow"]["responses"][200]["content"]["application/json"]>;
    /**
     * Execute the specified workflow for one receiver
     *
     * Executes the workflow for the receiver that the body names.
     *
     * An execution can send a mail or a message to a person. Nothing documents a way to make a repeat harmless: repeat a
     * call only if it surely did not run (it was answered 429, or never reached the server).
     */
    readonly executeWorkflow: (input: {
        readonly path: operations["executeWorkflow"]["parameters"]["path"];
        readonly body: operations["executeWorkflow"]["requestBody"]["content"]["application/vnd.np6.cm.workflow-v4"];
        readonly contentType?: "application/vnd.np6.cm.workflow-v4" | undefined;
        readonly accept?: "application/vnd.np6.cm.workflow-v4" | undefined;
    } & CallOptions) => Promise<operations["executeWorkflow"]["responses"][200]["content"]["application/vnd.np6.cm.workflow-v4"]>;
    /**
     * Execute the specified workflow for many receivers
     *
     * Executes the workflow once for each element of the body.
     *
     * How many elements one call may have is unknown. An execution can send a mail or a message to a person, and nothing
     * documents a way to make a repeat harmless: repeat a call only if it surely did not run.
     */
    readonly executeWorkflowBatch: (input: {
        readonly path: operations["executeWorkflowBatch"]["parameters"]["path"];
        readonly body: operations["executeWorkflowBatch"]["requestBody"]["content"]["application/vnd.np6.cm.workflow-v4"];
        readonly contentType?: "application/vnd.np6.cm.workflow-v4" | undefined;
        readonly accept?: "application/vnd.np6.cm.workflow-v4" | undefined;
    } & CallOptions) => Promise<operations["executeWorkflowBatch"]["responses"][200]["content"]["application/vnd.np6.cm.workflow-v4"]>;
    /**
     * Read the nodes of the specified workflow
     *
     * Answers the workflow's nodes.
     */
    readonly getWorkflowNodes: (input: {
        readonly path: operations["getWorkflowNodes"]["parameters"]["path"];
        readonly body?: undefined;
        readonly contentType?: undefined;
        readonly accept?: "application/json" | undefined;
    } & CallOptions) => Promise<operations["getWorkflowNodes"]["responses"][200]["content"]["application/json"]>;
    /**
     * Replace the nodes of the specified workflow
     *
     * Puts the nodes of the body in the place of all that the workflow has, and answers them as they were saved.
     */
    readonly replaceWorkflowNodes: (input: {
        readonly path: operations["replaceWorkflowNodes"]["parameters"]["path"];
        readonly body: operations["replaceWorkflowNodes"]["requestBody"]["content"]["application/json"];
        readonly contentType?: "application/json" | undefined;
        readonly accept?: "application/json" | undefined;
    } & CallOptions) => Promise<operations["replaceWorkflowNodes"]["responses"][200]["content"]["application/json"]>;
    /**
     * Read the capping of the specified workflow
     *
     * Answers the workflow's capping.
     */
    readonly getWorkflowCapping: (input: {
        readonly path: operations["getWorkflowCapping"]["parameters"]["path"];
        readonly body?: undefined;
        readonly contentType?: undefined;
        readonly accept?: "application/json" | undefined;
    } & CallOptions) => Promise<operations["getWorkflowCapping"]["responses"][200]["content"]["application/json"]>;
    /**
     * Replace the capping of the specified workflow
     *
     * Puts the capping of the body in the place of all that the workflow has, and answers it as it was saved.
     */
    readonly replaceWorkflowCapping: (input: {
        readonly path: operations["replaceWorkflowCapping"]["parameters"]["path"];
        readonly body: operations["replaceWorkflowCapping"]["requestBody"]["content"]["application/json"];
        readonly contentType?: "application/json" | undefined;
        readonly accept?: "application/json" | undefined;
    } & CallOptions) => Promise<operations["replaceWorkflowCapping"]["responses"][200]["content"]["application/json"]>;
    /**
     * Read the listeners of the specified workflow
     *
     * Answers the workflow's listeners. Whether they can be replaced by a PUT of their own is unknown; `replaceWorkflow` takes them.
     */
    readonly getWorkflowListeners: (input: {
        readonly path: operations["getWorkflowListeners"]["parameters"]["path"];
        readonly body?: undefined;
        readonly contentType?: undefined;
        readonly accept?: "application/json" | undefined;
    } & CallOptions) => Promise<operations["getWorkflowListeners"]["responses"][200]["content"]["application/json"]>;
    /**
     * Read the scheduler tasks of the specified workflow
     *
     * Answers the workflow's scheduler tasks. Whether they can be replaced by a PUT of their own is unknown; `replaceWorkflow` takes them.
     */
    readonly getWorkflowTasks: (input: {
        readonly path: operations["getWorkflowTasks"]["parameters"]["path"];
        readonly body?: undefined;
        readonly contentType?: undefined;
        readonly accept?: "application/json" | undefined;
    } & CallOptions) => Promise<operations["getWorkflowTasks"]["responses"][200]["content"]["application/json"]>;
}

/** Operations that take or answer several media types: what a call takes and gives depends on those that are chosen. */
export type OperationInSeveralMediaTypes = never;
