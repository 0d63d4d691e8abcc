import { execute } from "../execute.ts";
import { expectEqual } from "../expect-equal.ts";
import { faultIds } from "../fault-ids.ts";
import { checks, observes, type SmokeCase } from "../smoke-case.ts";

/** Error responses, and a server that refuses connections. */
export const refusalCases: readonly SmokeCase[] = [
  checks("an empty 409 is a failure with status and request id", async ({ client, failureOf, received }) => {
    const failure = await failureOf(() => execute(client(), faultIds.emptyConflict));
    expectEqual("kind", failure.kind, "http");
    expectEqual("status", failure.status, 409);
    expectEqual("requestId", failure.requestId, `request-${faultIds.emptyConflict}`);
    expectEqual("operationId", failure.operationId, "executeWorkflow");
    expectEqual("outcomeUnknown", failure.outcomeUnknown, false);
    expectEqual("requests at the server", (await received(faultIds.emptyConflict)).length, 1);
  }),
  observes(
    "a refused connection: is the outcome known?",
    "connection, did not run",
    async ({ client, failureOf, refusedUrl }) => {
      const { kind, outcomeUnknown } = await failureOf(() => execute(client({ baseUrl: refusedUrl }), 42));
      return `${kind}, ${outcomeUnknown ? "outcome unknown" : "did not run"}`;
    },
  ),
];
