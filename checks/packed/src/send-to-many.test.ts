import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { execa } from "execa";
import { beforeAll, expect, test } from "vitest";
import { mockConsumer } from "./mock-consumer.test-support.ts";

// A job to 20,000 receivers of a CSV file, with the packed packages. The process is killed twice; the API limits the
// rate, loses responses and rejects one receiver. At the end the report is compared with the mock's list of executions.

const total = 20_000;
const poison = "T13131";

let folder: string;
beforeAll(async () => {
  folder = await mockConsumer();
});

/** Starts the packed mock, in this process. */
async function startPackedMock(scenarios: readonly string[]) {
  const file = join(folder, "node_modules/@np6/api-mock/dist/index.mjs");
  const { startMock } = (await import(pathToFileURL(file).href)) as typeof import("@np6/api-mock");
  return startMock({ scenarios: [...scenarios] });
}

test("20,000 receivers, two deaths, limits, lost answers and a poisoned receiver: the report agrees with the ledger", async () => {
  const mock = await startPackedMock([
    "rate-limit,limit=12,retryAfter=1",
    "reset-after,probability=0.04,seed=3",
    "reset-before,probability=0.02,seed=5",
    "latency,milliseconds=20,ran=1",
  ]);
  const bulk = (command: string, ...args: readonly string[]) =>
    execa(join(folder, "node_modules/.bin/np6-bulk"), [command, "--journal", "spring.db", ...args], {
      cwd: folder,
      reject: false,
      all: true,
      env: { NP6_API_KEY: "any-key-of-the-mock", NP6_BASE_URL: mock.url },
    });
  const timesOf = (value: string | undefined) => mock.executions.get({ type: "id", value })?.times ?? 0;
  const sending = ["--yes", "--batch-size", "250", "--max-at-stake", "500"] as const;
  const counts = async () => JSON.parse((await bulk("status", "--json")).stdout).counts;
  try {
    const rows = Array.from({ length: total }, (_, index) => `T${index},"Doe, Jane ${index}",fr`);
    await writeFile(join(folder, "spring.csv"), `\ufefftarget_id,name,language\r\n${rows.join("\r\n")}\r\n`);
    const source = ["--receivers", "spring.csv", "--column", "target_id", "--on-bad-batch", "split"];
    expect((await bulk("plan", "--workflow", "42", ...source)).all).toContain("20,000 receivers planned");

    for (const [command, executed] of [
      ["run", 4_000],
      ["resume", 9_000],
    ] as const) {
      const run = bulk(command, ...sending);
      while (mock.executions.size < executed) await wait(5);
      run.kill("SIGKILL");
      expect((await run).signal).toBe("SIGKILL");
      expect((await counts()).sending).toBeLessThanOrEqual(500);
    }
    // Only one scenario is played per request, so those that would hide the refusal end here.
    for (const name of ["rate-limit", "reset-after", "reset-before"]) mock.endScenario(name);
    mock.scenario("poison", { receiver: poison });
    const last = await bulk("resume", ...sending);
    expect(last.exitCode, last.all).toBe(3);
    expect((await bulk("verify")).stdout).toBe("all invariants hold");

    const report = await readReport();
    const lies = report.filter(({ target_id, state }) => {
      const times = timesOf(target_id);
      return times > 1 || (state === "done" && times !== 1) || (state === "failed" && times !== 0);
    });
    expect(lies).toEqual([]);
    expect(report.map(({ target_id, name }) => `${target_id},"${name}",fr`)).toEqual(rows);
    const failed = report.filter(({ state }) => state === "failed");
    expect(failed).toMatchObject([{ target_id: poison, reason: "refused alone: 400" }]);
    const { done, unknown, pending } = await counts();
    expect([done + unknown, pending]).toEqual([total - 1, 0]);
    expect(unknown).toBeGreaterThan(0);

    // A person looks up all unknown receivers.
    const resolutions = report
      .filter(({ state }) => state === "unknown")
      .map(({ seq, target_id }) => `${seq},${timesOf(target_id) === 1 ? "ran" : "did-not-run"}`);
    await writeFile(join(folder, "found.csv"), `seq,resolved\n${resolutions.join("\n")}\n`);
    const resolved = await bulk("resolve", "--from", "found.csv", "--reason", "export of Monday");
    expect(resolved.all).toBe(`${unknown.toLocaleString("en-US")} receivers resolved`);
    const end = await bulk("resume", ...sending);
    expect(end.exitCode, end.all).toBe(2);
    expect([mock.executions.size, mock.executions.repeated]).toEqual([total - 1, 0]);
    for (const { target_id, state } of await readReport()) {
      expect([target_id, state, timesOf(target_id)]).toEqual(
        target_id === poison ? [poison, "failed", 0] : [target_id, "done", 1],
      );
    }
    expect(new Set(mock.requests.map(({ status }) => status))).toEqual(new Set([undefined, 200, 400, 429]));
    expect(await readFile(join(folder, "report.html"), "utf8")).not.toMatch(/Jane|T13131/);
  } finally {
    await mock.close();
  }

  async function readReport(): Promise<Record<string, string | undefined>[]> {
    await bulk("report", "--out", "all.csv", "--html", "report.html");
    const [head = "", ...lines] = (await readFile(join(folder, "all.csv"), "utf8")).trim().split("\n");
    const columns = head.split(",");
    return lines.map((line) => {
      const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
        ([, quoted, bare]) => quoted ?? bare,
      );
      return Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
    });
  }
});
