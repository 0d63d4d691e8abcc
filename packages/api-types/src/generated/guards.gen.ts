// Generated from an OpenAPI document. Do not edit: change the document, then regenerate.
// Regenerate: pnpm generate
// API: NP6 API 8.1.0

import type {
  ExecutionResult,
  KnownExecutionResult,
  KnownReceiver,
  KnownWorkflowNode,
  Receiver,
  UnknownExecutionResult,
  UnknownReceiver,
  UnknownWorkflowNode,
  Unrecognized,
  WorkflowNode,
} from "./openapi.gen.js";

/**
 * Marks a string that the API description does not list as intended. It serves to send a variant or an enum value that is
 * newer than this package, or to read an undescribed field, as in `workflow[unrecognized("newField")]`.
 * @returns the same string
 */
export function unrecognized(value: string): Unrecognized {
  return value as Unrecognized;
}

/** The values of `type` in a {@link KnownWorkflowNode}, in the order of the document. */
export const workflowNodeTypes = [
  "publish",
  "request",
  "script",
  "sendMail",
  "sendSms",
  "sms",
  "sleep",
  "wait",
  "wait.kill",
  "updateTarget",
  "multipleslots",
  "sendpushapp",
  "data-manager/pipeline",
  "data-table/pipeline",
  "np6.notification/execution",
  "if",
  "match",
  "sample",
  "split",
  "switch",
  "wait.race",
  "wait.all",
  "conditionaltimeslots",
  "data-explorer-v2.match",
  "terminal",
] as const;

/** Whether this version of the API description lists the `type`. */
export function isKnownWorkflowNode(value: WorkflowNode): value is KnownWorkflowNode {
  return (workflowNodeTypes as readonly unknown[]).includes(value["type"]);
}

/** Whether this version of the API description does not list the `type`: it is new on the server, or missing. */
export function isUnknownWorkflowNode(value: WorkflowNode): value is UnknownWorkflowNode {
  return !isKnownWorkflowNode(value);
}

/** The values of `type` in a {@link KnownReceiver}, in the order of the document. */
export const receiverTypes = [
  "id",
  "unicity",
  "hash",
  "footprint",
] as const;

/** Whether this version of the API description lists the `type`. */
export function isKnownReceiver(value: Receiver): value is KnownReceiver {
  return (receiverTypes as readonly unknown[]).includes(value["type"]);
}

/** Whether this version of the API description does not list the `type`: it is new on the server, or missing. */
export function isUnknownReceiver(value: Receiver): value is UnknownReceiver {
  return !isKnownReceiver(value);
}

/** The values of `type` in a {@link KnownExecutionResult}, in the order of the document. */
export const executionResultTypes = [
  "success",
  "error",
] as const;

/** Whether this version of the API description lists the `type`. */
export function isKnownExecutionResult(value: ExecutionResult): value is KnownExecutionResult {
  return (executionResultTypes as readonly unknown[]).includes(value["type"]);
}

/** Whether this version of the API description does not list the `type`: it is new on the server, or missing. */
export function isUnknownExecutionResult(value: ExecutionResult): value is UnknownExecutionResult {
  return !isKnownExecutionResult(value);
}
