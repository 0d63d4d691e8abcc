import type { ExecuteWorkflowInput, ExecuteWorkflowResult } from "@np6/api-client";

/** What this service asks of the API, and no more. The client fits it, and so does a fake. */
export interface ExecutesWorkflows {
  executeWorkflow(input: ExecuteWorkflowInput): Promise<ExecuteWorkflowResult>;
}

/** The token for `@Inject`: an interface is gone at run time. */
export const executesWorkflows = Symbol("ExecutesWorkflows");
