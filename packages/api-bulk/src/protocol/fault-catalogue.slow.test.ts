import { setImmediate } from "node:timers/promises";
import { type ClientOptions, createClient } from "@np6/api-client";
import { faultCatalogue, reserveRefusedPort, startFaultServer, startOtherOrigin } from "@np6/fault-server";
import { expect, test } from "vitest";
import { executeWorkflowBatch } from "./bulk-operation.ts";
import { sendBatch } from "./send-batch.ts";

// Every catalogued fault of a server: a batch that may have run is never planned again.

const items = [{ receiver: { type: "id", value: "A" } }, { receiver: { type: "id", value: "B" } }];
const batch = { id: 1, first: 1, last: 2, attempt: 1, items };
const key = "any-key-of-this-test";

test("the fate of a batch follows from every row of the fault catalogue", { timeout: 300_000 }, async () => {
  const [shared, other, refused] = [
    await startFaultServer(),
    await startOtherOrigin(),
    await reserveRefusedPort(),
  ];
  const rows = faultCatalogue({
    contentType: "application/vnd.np6.cm.workflow-v4",
    json: '[{"type":"success"},{"type":"success"}]',
    otherOrigin: other.url,
    secret: key,
    bombBytes: 2 ** 20,
  });
  const seen: Record<string, number> = {};
  const wrong: string[] = [];
  const groups = new Set<string>();
  for (const row of rows) {
    // A fault on a connection in use needs a server that no other test has used.
    const server = row.warmUpCalls > 0 ? await startFaultServer() : shared;
    const script = row.script();
    if (script.length > 0) server.script([...script]);
    const baseUrl = {
      http: server.url,
      https: server.url.replace(/^http/, "https"),
      refused: refused.url,
      unresolvable: "https://np6.invalid",
    }[row.address];
    const np6 = createClient({ apiKey: key, baseUrl } as ClientOptions<[]>);
    for (let call = 0; call < row.warmUpCalls; call += 1) {
      const body = [...items] as Parameters<typeof np6.executeWorkflowBatch>[0]["body"];
      await np6.executeWorkflowBatch({ path: { id: 42 }, body, retry: false });
      // Node's fetch frees the connection only in the next turn of the event loop.
      await setImmediate();
    }
    const { settlement } = await sendBatch(
      executeWorkflowBatch(np6),
      { workflowId: 42 },
      batch,
      {
        retry: false,
        attemptTimeoutMs: row.endsBy === "timeout" ? 300 : 15_000,
        deadlineMs: 20_000,
        signal: new AbortController().signal,
      },
      { splitRefused: true, keepResults: false },
    );
    if (server !== shared) await server.close();
    groups.add(row.group);
    seen[settlement.to] = (seen[settlement.to] ?? 0) + 1;
    // A batch stays unknown unless it was refused or answered. If it certainly did not run, it must not be unknown.
    const expected = row.expected.outcomeUnknown;
    const isUnknown = settlement.to === "unknown" || settlement.to === "ran";
    const isSent = isUnknown || settlement.to === "answered";
    if (expected === true && !isSent) wrong.push(`${row.group}: ${row.name}: ${settlement.to}`);
    if (expected === false && row.expected.outcome === "failure" && isUnknown) {
      wrong.push(`${row.group}: ${row.name}: ${settlement.to}`);
    }
    if (!row.mayHaveRun && settlement.to === "answered" && row.expected.outcome === "failure") {
      wrong.push(`${row.group}: ${row.name}: answered`);
    }
  }
  await Promise.all([shared.close(), other.close(), refused.close()]);
  expect(wrong).toEqual([]);
  expect(Object.keys(seen).sort()).toEqual(
    expect.arrayContaining(["answered", "planned", "split", "unknown"]),
  );
  expect(rows.length).toBeGreaterThan(100);
  expect([...groups]).toEqual(expect.arrayContaining(["address", "tls", "cut-reused"]));
});
