import { expectEqual } from "../expect-equal.ts";
import { checks, type SmokeCase, type SmokeContext } from "../smoke-case.ts";

/** The vendor's own media type. Without `+json`, no stock tool treats it as JSON. */
const vendorType = "application/vnd.np6.cm.workflow-v4";

// Beyond ASCII and beyond 16 bits, because Content-Length counts bytes.
const execution = { receiver: { type: "id", value: "Zoë – 漢字 🎉" } } as const;

// These ids are no faults, so the calls reach the mock, which refuses invalid requests.
const ids = { duplicate: 41, execute: 42, executeBatch: 43, byPath: 44 };

/** The three operations, as the server receives them, with the mock. */
export const operationCases: readonly SmokeCase[] = [
  checks("duplicateWorkflow: Accept, key, and Content-Length 0 without a body", async (context) => {
    const workflow = await context.client().duplicateWorkflow({ path: { id: ids.duplicate } });
    expectEqual("type of the response's id", typeof workflow.id, "number");
    await expectReceived(context, ids.duplicate, {
      path: `/scripting/workflows/${ids.duplicate}/duplication`,
      accept: "application/json",
      body: "",
    });
  }),
  checks("executeWorkflow: the vendor's media type both ways", async (context) => {
    const result = await context.client().executeWorkflow({ path: { id: ids.execute }, body: execution });
    expectEqual("type of the result", result.type, "success");
    await expectReceived(context, ids.execute, {
      path: `/scripting/workflows/${ids.execute}/execution`,
      accept: vendorType,
      contentType: vendorType,
      body: JSON.stringify(execution),
    });
  }),
  checks("executeWorkflowBatch: the vendor's media type both ways", async (context) => {
    const body = [execution, execution];
    const results = await context.client().executeWorkflowBatch({ path: { id: ids.executeBatch }, body });
    expectEqual("the response is an array", Array.isArray(results), true);
    await expectReceived(context, ids.executeBatch, {
      path: `/scripting/workflows/${ids.executeBatch}/executions`,
      accept: vendorType,
      contentType: vendorType,
      body: JSON.stringify(body),
    });
  }),
  checks("the same call by method and path, as openapi-fetch has it", async (context) => {
    const { data, error } = await context.client().POST("/scripting/workflows/{id}/execution", {
      params: { path: { id: ids.byPath } },
      body: execution,
    });
    expectEqual("the failure", error?.message, undefined);
    expectEqual("type of the result", data?.type, "success");
    await expectReceived(context, ids.byPath, {
      path: `/scripting/workflows/${ids.byPath}/execution`,
      accept: vendorType,
      contentType: vendorType,
      body: JSON.stringify(execution),
    });
  }),
];

interface Expected {
  readonly path: string;
  readonly accept: string;
  readonly contentType?: string;
  readonly body: string;
}

async function expectReceived({ received, apiKey }: SmokeContext, id: number, expected: Expected) {
  const requests = await received(id);
  expectEqual("requests at the server", requests.length, 1);
  const { method, path, headers, body } = requests[0] ?? { headers: {} as Record<string, string> };
  expectEqual("method", method, "POST");
  expectEqual("path", path, expected.path);
  expectEqual("Accept", headers.accept, expected.accept);
  expectEqual("Content-Type", headers["content-type"], expected.contentType);
  expectEqual("X-Key", headers["x-key"], apiKey);
  expectEqual("body", body, expected.body);
  // The API refuses a POST without it (411), so the body must not be streamed.
  const bytes = new TextEncoder().encode(expected.body).length;
  expectEqual("Content-Length", headers["content-length"], String(bytes));
  expectEqual("Transfer-Encoding", headers["transfer-encoding"], undefined);
}
