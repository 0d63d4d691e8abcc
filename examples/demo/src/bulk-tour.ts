import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Mock, startMock } from "@np6/api-mock";
import { narrate } from "./narrate.ts";

/** The folder of the report. */
const results = fileURLToPath(new URL("../.results/", import.meta.url));
const program = fileURLToPath(new URL("../bin/np6-bulk.mjs", import.meta.resolve("@np6/api-bulk")));
const receivers = Array.from({ length: 1000 }, (_, index) => `R${String(index + 1).padStart(4, "0")}`);

/** Faults of the mock: delays, a rate limit and lost connections; the same on each tour. */
const faults = [
  "latency,milliseconds=60,ran=1",
  "rate-limit,limit=5,retryAfter=1",
  "reset-before,probability=0.2,seed=5",
  "reset-after,probability=0.2,seed=105",
];

/** Sends to a thousand receivers by `np6-bulk`, with these faults and a run that is killed. Always on the mock. */
export async function bulkTour(): Promise<void> {
  const mock = await startMock({ scenarios: faults });
  const folder = await mkdtemp(join(tmpdir(), "np6-demo-"));
  const np6Bulk = (command: string, ...args: readonly string[]): ChildProcess => {
    const commandLine = [command, "--journal", "spring.db", ...args];
    narrate(`\n$ np6-bulk ${commandLine.join(" ")}`);
    return spawn(process.execPath, [program, ...commandLine], {
      cwd: folder,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, NP6_API_KEY: "demo-key", NP6_BASE_URL: mock.url },
    });
  };
  /** Runs a command and checks its exit code. */
  const expectExit = async (exitCode: number, command: string, ...args: readonly string[]): Promise<void> => {
    const [code] = await once(np6Bulk(command, ...args), "close");
    if (code !== exitCode) {
      throw new Error(`\`np6-bulk ${command}\` ended with exit code ${code}, not ${exitCode}; see above.`);
    }
  };
  try {
    await writeFile(join(folder, "receivers.csv"), `target_id\n${receivers.join("\n")}\n`);
    const source = ["--receivers", "receivers.csv", "--column", "target_id"];
    await expectExit(0, "plan", "--workflow", "42", ...source, "--on-bad-batch", "split");
    const run = ["--yes", "--batch-size", "50", "--max-at-stake", "200"];
    await killInTheMiddle(np6Bulk("run", ...run), mock);
    await expectExit(0, "status");
    // The API refuses one receiver.
    mock.endScenario();
    mock.scenario("poison", { receiver: "R0777" });
    narrate("\nReceivers who may have run are not sent again. All others are sent now.");
    // Exit code 3: some outcomes are unknown.
    await expectExit(3, "resume", ...run);
    narrate("\nLook up the unknown receivers in an export. Here, the mock's executions stand in for one.");
    await expectExit(0, "report", "--state", "unknown", "--out", "unknown.csv");
    await lookUp(folder, mock);
    await expectExit(0, "resolve", "--from", "found.csv", "--reason", "export");
    // Exit code 2: one receiver failed.
    await expectExit(2, "resume", ...run);
    await expectExit(0, "report", "--out", "all.csv", "--html", "report.html");
    const { size, repeated } = mock.executions;
    narrate(`\nThe mock counted ${size} executed receivers, ${repeated} of them executed twice.`);
    if (size !== receivers.length - 1 || repeated > 0)
      throw new Error("Every receiver except the refused one should be executed exactly once.");
    narrate(`The report for your team: ${await keep(join(folder, "report.html"))}`);
  } finally {
    await rm(folder, { recursive: true });
    await mock.close();
  }
}

/** Saves the report atomically, so that two tours at once never mix theirs. */
async function keep(report: string): Promise<string> {
  await mkdir(results, { recursive: true });
  const [target, draft] = [join(results, "report.html"), join(results, `report-${process.pid}.html`)];
  await copyFile(report, draft);
  await rename(draft, target);
  return target;
}

async function killInTheMiddle(run: ChildProcess, mock: Mock): Promise<void> {
  const closed = once(run, "close");
  while (mock.executions.size < 300 && run.exitCode === null)
    await new Promise((next) => setTimeout(next, 5));
  run.kill("SIGKILL");
  await closed;
  narrate(`\nkill -9, after ${mock.executions.size} receivers. The journal still has every outcome:`);
}

/** Writes the outcome of each unknown receiver into a file, like a user with an export. */
async function lookUp(folder: string, mock: Mock): Promise<void> {
  const [, ...lines] = (await readFile(join(folder, "unknown.csv"), "utf8")).trim().split("\n");
  const rows = lines.map((line) => {
    const [value, seq] = line.split(",");
    return `${seq},${mock.executions.get({ type: "id", value }) === undefined ? "did-not-run" : "ran"}`;
  });
  await writeFile(join(folder, "found.csv"), `seq,resolved\n${rows.join("\n")}\n`);
}
