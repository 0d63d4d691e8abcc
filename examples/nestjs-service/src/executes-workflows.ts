import type { ExecuteWorkflowInput, ExecuteWorkflowResult } from "@np6/api-client";

/** The part of the client that this service uses. The client implements it, and so does a fake. */
export interface ExecutesWorkflows {
  executeWorkflow(input: ExecuteWorkflowInput): Promise<ExecuteWorkflowResult>;
}

/** The token for `@Inject`, because an interface does not exist at run time. */
export const executesWorkflows = Symbol("ExecutesWorkflows");
