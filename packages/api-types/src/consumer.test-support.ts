// A consumer's code, checked with the compilers of src/compilers.test.ts. It imports the built package, and no package
// whose types an old compiler cannot read.
import type {
  CappingPeriod,
  Execution,
  ExecutionResult,
  FailedExecutionResult,
  KnownWorkflowNode,
  KnownWorkflowNodeType,
  PublishNode,
  Receiver,
  SendMailNode,
  SuccessfulExecutionResult,
  UnknownExecutionResult,
  UnknownWorkflowNode,
  Unrecognized,
  UnrecognizedNumber,
  Workflow,
  WorkflowCapping,
  WorkflowListener,
  WorkflowNode,
  WorkflowNodeType,
  WorkflowTask,
} from "@np6/api-types";
import {
  isKnownExecutionResult,
  isKnownWorkflowNode,
  isUnknownWorkflowNode,
  unrecognized,
  type workflowNodeTypes,
} from "@np6/api-types/guards";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : ["not the same", A, B];
function same<A, B>(_: Same<A, B>): void {}

// Narrowing by the discriminator.
declare const node: WorkflowNode;
if (node.type === "publish") same<typeof node, PublishNode>(true);
switch (node.type) {
  case "publish":
    same<typeof node.next, string | undefined>(true);
    break;
  case "sendMail":
    same<typeof node, SendMailNode>(true);
    // Its other fields are undocumented, but accessible.
    same<typeof node.template, unknown>(true);
    break;
  case "if":
    // The members by which a branching node continues are undocumented.
    same<typeof node.next, unknown>(true);
    break;
  default:
}
declare const node2: WorkflowNode;
if (isKnownWorkflowNode(node2)) same<typeof node2, KnownWorkflowNode>(true);
else same<typeof node2, UnknownWorkflowNode>(true);
if (isUnknownWorkflowNode(node2)) same<typeof node2.anything, unknown>(true);

// The unknown variant is what remains, and narrowing keeps it.
export function describe(of: WorkflowNode): string {
  if (!isKnownWorkflowNode(of)) {
    same<typeof of.type, Unrecognized>(true);
    return `${of.type}: ${JSON.stringify(of.script)}`;
  }
  switch (of.type) {
    case "publish":
      return `${of.event?.value}`;
    default:
      // @ts-expect-error a known node cannot be one of an unknown type
      return of.type === "voiceCall" ? "" : of.type;
  }
}
export const plain: string = node.type;
same<WorkflowNode["type"], WorkflowNodeType>(true);
same<(typeof workflowNodeTypes)[number], KnownWorkflowNodeType>(true);
same<WorkflowNodeType, KnownWorkflowNodeType | Unrecognized>(true);

// Values that a caller writes.
export const nodes: WorkflowNode[] = [
  { type: "publish", id: "start", default: true, next: "mail", event: { type: "literal", value: "started" } },
  { type: "sendMail", id: "mail", template: 4127, next: "end" },
  { type: "wait.race", id: "race", anything: ["goes"] },
  { type: unrecognized("voiceCall"), id: "call", script: "greeting" },
  { type: "terminal", id: "end" },
];
export const known: KnownWorkflowNode = { type: "terminal" };
// @ts-expect-error a type that the reference does not have, without saying so
export const misspelt: WorkflowNode = { type: "sendmail" };
// @ts-expect-error a field that a publish node does not have
export const field: WorkflowNode = { type: "publish", nxt: "mail" };
// @ts-expect-error a field of the wrong type
export const next: WorkflowNode = { type: "sendMail", next: 4 };
// @ts-expect-error a node without a type
export const mute: WorkflowNode = { id: "start" };

export const receivers: Receiver[] = [
  { type: "id", value: "000A1B2C" },
  { type: "unicity", value: ["ada@example.com"] },
  { type: "hash", value: "d41d8cd98f00b204e9800998ecf8427e" },
  { type: "footprint", id: "000A1B2C", unicity: ["ada@example.com"] },
  { type: unrecognized("telephone"), number: "+33 1 23 45 67 89" },
];
// @ts-expect-error a plain string, which the API answers with 400
export const unicity: Receiver = { type: "unicity", value: "ada@example.com" };
// @ts-expect-error an id is a string
export const id: Receiver = { type: "id", value: 7 };
// @ts-expect-error no such receiver
export const email: Receiver = { type: "email", value: "ada@example.com" };
// @ts-expect-error the receiver's value is missing
export const nobody: Receiver = { type: "id" };
// @ts-expect-error a request is closed: misspelt
export const execution: Execution = { reciever: { type: "id", value: "000A1B2C" } };

// Results.
export function read(result: ExecutionResult): unknown {
  switch (result.type) {
    case "success":
      same<typeof result, SuccessfulExecutionResult>(true);
      return result.flow;
    case "error":
      same<typeof result, FailedExecutionResult>(true);
      return result.value?.type;
    default:
      same<typeof result, UnknownExecutionResult>(true);
      return result.whatever;
  }
}
export const failed = (results: ExecutionResult[]): number =>
  results.filter((result) => !isKnownExecutionResult(result) || result.type === "error").length;

// Undescribed fields have the type unknown. Misspelt ones are errors, in values that are read or written.
declare const workflow: Workflow;
same<(typeof workflow)[Unrecognized], unknown>(true);
export const added: unknown = workflow[unrecognized("folder")];
// @ts-expect-error no such field: it was removed, or never there
export const removed: unknown = workflow.nmae;
// @ts-expect-error the same where it is written
export const written: Workflow = { nmae: "Welcome" };
export const copied: Workflow = { ...workflow, name: "Copy" };

// Lists that can grow.
same<Workflow["state"], 0 | 1 | UnrecognizedNumber | undefined>(true);
export const off: Workflow = { state: 0 };
// @ts-expect-error a state that the reference does not have
export const broken: Workflow = { state: 2 };
export const day: CappingPeriod = { type: "fixed", unit: "DAY", value: 1 };
export const decade: CappingPeriod = { type: "fixed", unit: unrecognized("DECADE"), value: 1 };
// @ts-expect-error a unit that the reference does not have
export const days: CappingPeriod = { type: "fixed", unit: "DAYS" };

// Fields that were observed as null.
export const scripting: Workflow = { scripting: { version: "7.0.0", imports: null, filters: [] } };

export const parts: [WorkflowListener, WorkflowCapping, WorkflowTask] = [
  { id: "on-subscription", event: { type: "subscription", list: "news" }, handler: "start" },
  { key: { type: "literal", value: "mail" }, increment: 1, threshold: 1, period: day, nodes: ["mail"] },
  { id: "monday", schedulers: [{ type: "cron", minute: "0", hour: "8" }], provider: { type: "search" } },
];
