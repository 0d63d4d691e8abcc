import { setTimeout as wait } from "node:timers/promises";
import type { Fault } from "@np6/fault-server";
import { expect, test } from "vitest";
import {
  describeStandstill,
  late,
  start,
  transports,
  useFaultServer,
  variants,
  whole,
} from "./standstill.test-support.ts";

// One of the variants; the slower ones are in standstill.slow.test.ts.
describeStandstill(variants.slice(0, 1));

test.each(transports)(
  "on %s, a frozen process that was not answered has a timeout all the same",
  async (transport) => {
    const server = await useFaultServer({ name: "silence", begin: "request", steps: [{ step: "hang" }] });
    const options = { attemptTimeoutMs: 500 };
    const { process, report } = start({ url: server.url, transport, calls: 1, options });
    await server.until(({ requests }) => requests.length === 1, 60_000);
    process.kill("SIGSTOP");
    await wait(1_200);
    process.kill("SIGCONT");
    expect((await report).outcomes).toEqual([{ kind: "timeout", attempts: 1, outcomeUnknown: true }]);
  },
);

test.each(transports)("on %s, SIGTERM lets calls end, and the report fits the ledger", async (transport) => {
  const silence: Fault = { name: "silence", begin: "request", steps: [{ step: "hang" }] };
  const server = await useFaultServer(late, late, silence);
  server.script((_request, index) =>
    index < 2 ? { ...late, steps: [{ step: "pause", milliseconds: 500 }, ...whole.steps] } : silence,
  );
  const { process, report } = start({ url: server.url, transport, calls: 8, options: { maxConcurrency: 3 } });
  await server.until(({ requests }) => requests.length === 3, 60_000);
  process.kill("SIGTERM");
  const { outcomes, closed } = await report;
  expect(closed).toEqual({ finished: 2, notSent: 5, unknown: 1 });
  expect(server.requests).toHaveLength(3);
  expect(outcomes.filter(({ kind }) => kind === "success")).toHaveLength(2);
  expect(outcomes.filter(({ attempts }) => attempts === 0)).toHaveLength(5);
  expect(outcomes.filter(({ outcomeUnknown }) => outcomeUnknown)).toHaveLength(1);
});
