import { version5 } from "../grow-spec.test-support.ts";

/**
 * A consumer's program: old code for one version of a media type, and new code that uses the other version. It prints
 * the results and the exchanged messages.
 */
export const program: string = `import { createClient, type OperationData } from "@np6/api-client";
import { startMock } from "@np6/api-mock";
import type { Execution, ExecutionResult, ExecutionResultV5, ExecutionV5, operations } from "@np6/api-types";

const seen: (string | null)[] = [];
const mock = await startMock();
const options = {
  apiKey: "any",
  baseUrl: mock.url,
  fetch: async (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    seen.push(headers.get("content-type"), headers.get("accept"));
    return fetch(url, init);
  },
};
const path = { id: 42 };
const old: Execution = { receiver: { type: "id", value: "000A1B2C" } };
const fresh: ExecutionV5 = { to: { mail: "ada@example.com" } };
const batch = "/scripting/workflows/{id}/executions";
try {
  const np6 = createClient(options);
  const one: ExecutionResult = await np6.executeWorkflow({ path, body: old });
  const named: OperationData<operations["executeWorkflow"]> = one;
  const { data: several } = await np6.POST(batch, { params: { path }, body: [old, old] });
  const types: string[] | undefined = several?.map((result: ExecutionResult) => String(result.type));

  const version = ${JSON.stringify(version5)};
  const chosen: ExecutionResultV5 = await np6.executeWorkflow({ path, body: fresh, contentType: version, accept: version });
  const mixed: ExecutionResult = await np6.executeWorkflow({ path, body: fresh, contentType: version });
  const gone = createClient({ ...options, preferredMediaTypes: [version] });
  const preferred: ExecutionResultV5[] = await gone.executeWorkflowBatch({ path, body: [fresh, fresh] });
  // @ts-expect-error a body of one version would be sent as the other; not called, because v4 requires no property.
  const wrong = () => np6.executeWorkflow({ path, body: fresh });
  const nodes = await gone.getWorkflowNodes({ path });
  console.log(
    JSON.stringify({
      old: [named.type, types],
      fresh: [chosen.executionId, preferred.map(({ executionId }) => executionId)],
      mixed: mixed.type,
      wrong: typeof wrong,
      others: nodes.length > 0,
      seen,
    }),
  );
} finally {
  await mock.close();
}
`;
