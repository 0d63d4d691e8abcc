import { createClient, isNp6Error } from "@np6/api-client";
import { startMock } from "@np6/api-mock";
import { narrate } from "./narrate.ts";
import { narratingFetch } from "./narrating-fetch.ts";

/**
 * The guided tour. Without settings it starts the mock and calls it. With NP6_BASE_URL and NP6_API_KEY, it calls the
 * real API, for the workflow NP6_WORKFLOW_ID and the receivers NP6_RECEIVER_IDS (comma-separated).
 */
async function main(): Promise<void> {
  const { NP6_BASE_URL: realUrl, NP6_API_KEY: realKey } = process.env;
  if ((realUrl === undefined) !== (realKey === undefined)) {
    throw new Error(
      "Set both NP6_BASE_URL and NP6_API_KEY to tour the real API, or neither to tour the mock.",
    );
  }
  const mock = realUrl === undefined ? await startMock() : undefined;
  try {
    await tour(mock?.url ?? realUrl ?? "", realKey ?? "demo-key");
  } finally {
    await mock?.close();
  }
  if (mock === undefined) return;
  narrate("\n— Send to a thousand receivers, with faults and a killed process —");
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 13)) await (await import("./bulk-tour.ts")).bulkTour();
  else narrate("  skipped: @np6/api-bulk needs Node 22.13 or newer, because it uses Node's SQLite");
}

async function tour(baseUrl: string, apiKey: string): Promise<void> {
  const onMock = process.env.NP6_BASE_URL === undefined;
  const id = readWorkflowId(onMock);
  const receivers = readReceivers(onMock);
  const np6 = createClient({ apiKey, baseUrl, fetch: narratingFetch });
  narrate(`Calling ${onMock ? `the mock at ${baseUrl}` : baseUrl}.`);

  narrate("\n— Duplicate a workflow —");
  const copy = await np6.duplicateWorkflow({ path: { id } });
  narrate(`  typed result: workflow ${copy.id} “${copy.name}”, ${copy.nodes?.length ?? 0} nodes`);

  narrate("\n— Execute it for one receiver —");
  const [first] = receivers;
  const result = await np6.executeWorkflow({
    path: { id },
    body: { receiver: { type: "id", value: first } },
  });
  narrate(`  typed result: ${result.type}`);

  narrate(`\n— Execute it for ${receivers.length} receivers in one call —`);
  const results = await np6.executeWorkflowBatch({
    path: { id },
    body: receivers.map((value) => ({ receiver: { type: "id", value } })),
  });
  narrate(`  typed results: ${results.map(({ type }) => type).join(", ")}`);

  narrate("\n— A refused call: the failure is a return value, not an exception —");
  const refused = createClient({ apiKey: "not-the-key", baseUrl, fetch: narratingFetch });
  const { error } = await refused.POST("/scripting/workflows/{id}/execution", {
    params: { path: { id } },
    body: { receiver: { type: "id", value: first } },
    // The mock accepts any key. The header requests the documented 409, whose body is empty on the real server too.
    ...(onMock ? { headers: { Prefer: "code=409" } } : {}),
  });
  if (!isNp6Error(error)) throw new Error("The call should have been refused.");
  narrate(`  typed failure: ${error.kind}, status ${error.status}, request id ${error.requestId}`);
  narrate(`  did it run? ${error.outcomeUnknown ? "unknown: check before you send again" : "no"}`);
  narrate(`  message: ${error.message}`);
}

function readWorkflowId(onMock: boolean): number {
  const id = Number(process.env.NP6_WORKFLOW_ID ?? (onMock ? 42 : Number.NaN));
  if (!Number.isInteger(id))
    throw new Error("Set NP6_WORKFLOW_ID to the id of a workflow that may be executed.");
  return id;
}

function readReceivers(onMock: boolean): [string, ...string[]] {
  const receivers =
    process.env.NP6_RECEIVER_IDS ?? (onMock ? "000QK3LV,000QK3LW,000QK3LX,000QK3LY,000QK3LZ" : "");
  const [first, ...others] = receivers.split(",").filter((id) => id !== "");
  if (first === undefined) {
    throw new Error("Set NP6_RECEIVER_IDS to receivers who may receive the workflow's messages.");
  }
  return [first, ...others];
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${isNp6Error(error) || error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
