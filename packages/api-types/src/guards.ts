/**
 * Distinguishes the variants that this version of the NP6 API lists from others: `isKnownWorkflowNode`,
 * `isUnknownWorkflowNode` and the list `workflowNodeTypes`, and the same for every other union of the document. With
 * `unrecognized` a caller confirms a string that the document does not list.
 */
// A star export, because the names come from the document: a new union must not need a line here.
export * from "./generated/guards.gen.ts";
