/**
 * Tells the variants that this version of the NP6 API knows from those it does not: `isKnownWorkflowNode`,
 * `isUnknownWorkflowNode` and the list `workflowNodeTypes`, and the same for every other union of the document. With
 * `unrecognized` a caller says that a string is meant although the document does not list it.
 */
// The names come from the document: a union that is added to it must not need a line here.
export * from "./generated/guards.gen.ts";
