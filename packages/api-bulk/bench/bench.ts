// `pnpm bench bulk [--plan N] [--run N]` measures the cost of a job, with and without a journal.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startMock } from "@np6/api-mock";
import { missingStrace } from "../src/testing/find-strace.test-support.ts";
import { planForMock } from "../src/testing/plan-for-mock.test-support.ts";
import { traceRun } from "../src/testing/trace-run.test-support.ts";
import { runCommand } from "./run-command.ts";
import { writeReceivers } from "./write-receivers.ts";

const { values } = parseArgs({
  options: { plan: { type: "string", default: "10000000" }, run: { type: "string", default: "1000000" } },
});
const [planned, ran] = [values.plan, values.run].map((text) => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1000) return number;
  throw new Error(`--plan and --run take whole numbers from 1000, not ${text}`);
}) as [number, number];
const [batchSize, concurrency] = [500, 20];
const folder = mkdtempSync(join(tmpdir(), "np6-bulk-bench-"));
const file = (name: string) => join(folder, name);
const number = (value: number) => Math.round(value).toLocaleString("en-US");
let missed = 0;
const say = (what: string, value: string, goal = "", isMet = true): void => {
  if (!isMet) missed += 1;
  process.stdout.write(`${what.padEnd(58)}${value.padStart(14)}  ${goal}${isMet ? "" : "  ✗ missed"}\n`);
};

try {
  writeReceivers(file("plan.csv"), planned, true);
  const plan = await runCommand([
    "plan",
    "--journal",
    file("plan.db"),
    "--workflow",
    "42",
    "--receivers",
    file("plan.csv"),
    "--duplicates",
    "first",
  ]);
  const bytes = statSync(file("plan.db")).size;
  const share = planned / 1e7;
  say(
    `plan of ${number(planned)} from CSV, a duplicate found`,
    `${plan.seconds.toFixed(1)} s`,
    "≤ 60 s for 10⁷",
    plan.seconds <= 60 * share + 5,
  );
  say("  on disk", `${number(bytes / 1e6)} MB`, "≤ 200 MB for 10⁷", bytes <= 200e6 * share + 1e5);
  say("  for each receiver", `${(bytes / planned).toFixed(1)} bytes`);
  say("  most memory", `${number(plan.mostMemory)} MB`, "≤ 200 MB", plan.mostMemory <= 200);
  for (const name of ["plan.csv", "plan.db"]) rmSync(file(name));

  const mock = await startMock();
  writeReceivers(file("run.csv"), ran, false);
  await runCommand(["plan", "--journal", file("run.db"), "--workflow", "42", "--receivers", file("run.csv")]);
  const options = [
    "--yes",
    "--batch-size",
    String(batchSize),
    "--max-at-stake",
    String(batchSize * concurrency),
  ];
  const key = { NP6_API_KEY: "any-key-of-the-mock", NP6_BASE_URL: mock.url };
  const run = await runCommand(["run", "--journal", file("run.db"), ...options], key);
  const batches = mock.requestCount;
  say(
    `run of ${number(ran)} against the mock, ${number(batches)} batches`,
    `${run.seconds.toFixed(1)} s`,
    "≤ 600 s for 10⁶",
    run.seconds <= 600 * (ran / 1e6) + 20,
  );
  say(
    "  executed, each once",
    number(mock.executions.size),
    "",
    mock.executions.size === ran && mock.executions.repeated === 0,
  );
  say("  most memory", `${number(run.mostMemory)} MB`);
  say(
    "  memory in the second and in the last fifth",
    `${number(run.early)}, ${number(run.late)} MB`,
    "flat",
    run.late < run.early * 1.25 + 10,
  );

  mock.reset();
  const np6 = mock.client({ retry: false });
  const bare = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < ran) {
      const first = next;
      next += batchSize;
      const body = Array.from({ length: Math.min(batchSize, ran - first) }, (_, index) => ({
        receiver: { type: "id" as const, value: `R${first + index}` },
      })) as Parameters<typeof np6.executeWorkflowBatch>[0]["body"];
      await np6.executeWorkflowBatch({ path: { id: 42 }, body });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const seconds = (performance.now() - bare) / 1000;
  say("  the bare client, no journal, in the mock's process", `${seconds.toFixed(1)} s`);
  await mock.close();

  const missing = missingStrace();
  if (missing === undefined) {
    const small = await startMock();
    await planForMock(file("small.db"), 2400);
    const { events } = await traceRun({ file: file("small.db"), url: small.url, batchSize: 10 });
    const syncs = events.filter(({ kind }) => kind === "sync").length / small.requestCount;
    const written = events.filter(({ kind }) => kind === "write").length / 2 / small.requestCount;
    await small.close();
    say("syncs for each batch, with start, end and checkpoints", syncs.toFixed(2), "≤ 2.1", syncs <= 2.1);
    say("pages of 4 KiB written for each batch", written.toFixed(1));
  } else process.stdout.write(`syncs for each batch: not counted: ${missing}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = missed === 0 ? 0 : 1;
