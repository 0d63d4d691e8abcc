/** Typical wrappers of a client without type annotations; the compiler has to name the types. */
export const wrappers = `import { createClient, isNp6Error, type Np6Client } from "@np6/api-client";
import { describeError } from "@np6/api-client/logging";
import { createTelemetry } from "@np6/api-client/opentelemetry";
import { createFakeClient, fakeFailure } from "@np6/api-client/testing";
import { createValidation } from "@np6/api-client/validate";

export const run = (c: Np6Client) => c.executeWorkflow;
export const batch = (c: Np6Client) => c.executeWorkflowBatch;
export const called = (c: Np6Client) => c.executeWorkflow({ path: { id: 1 }, body: {} });
export const answered = (c: Np6Client) => c.duplicateWorkflow({ path: { id: 1 } }).withResponse();
export const picked = ({ executeWorkflow, getWorkflowNodes }: Np6Client) => ({ executeWorkflow, getWorkflowNodes });
export const byPath = (c: Np6Client) => c.POST;
export const posted = (c: Np6Client) => c.POST("/scripting/workflows/{id}/duplication", { params: { path: { id: 1 } } });
export const dry = (c: Np6Client) => c.dryRun.executeWorkflow;
export const closing = (c: Np6Client) => c.close;
export const made = (apiKey: string) => createClient({ apiKey });
export const fake = () => createFakeClient({});
export const failure = () => fakeFailure("timeout");
export const logged = (error: Error) => describeError(error);
export const telemetry = () => createTelemetry();
export const validation = () => createValidation({ requests: true });
export const caught = (error: unknown) => (isNp6Error(error) ? error : undefined);

const injected = (_target: object, _key: string) => {};
export class Service {
  readonly np6 = createClient({ apiKey: "k" });
  @injected
  readonly execute = this.np6.executeWorkflow;
  nodes(id: number) {
    return this.np6.getWorkflowNodes({ path: { id } });
  }
}
`;

/** A user who has only the declarations of the wrappers. */
export const user = `import type { ExecuteWorkflowResult, Np6Client, Workflow, WorkflowNode } from "@np6/api-client";
import { answered, posted, run, Service } from "../wrappers/index.js";

declare const np6: Np6Client;
const result: ExecuteWorkflowResult = await run(np6)({ path: { id: 1 }, body: { receiver: { type: "id", value: "A" } } });
const copy: Workflow = (await answered(np6)).data;
const { data, error } = await posted(np6);
const nodes: WorkflowNode[] = await new Service().nodes(1);
export const all: unknown[] = [result.type, copy.id, data?.id, error?.kind, nodes];
// @ts-expect-error the id is a number
run(np6)({ path: { id: "1" }, body: {} });
// @ts-expect-error the mark of a value that is not listed can be read, and not written
export const marked: WorkflowNode = { type: "sendMail (unrecognized)" };
`;
