import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openJournal } from "@np6/api-bulk";
import { type Mock, startMock } from "@np6/api-mock";

const program = fileURLToPath(new URL("../bin/np6-bulk.mjs", import.meta.resolve("@np6/api-bulk")));

/** Text that would run, load or break the page if it were not escaped. */
export const injection = `</style><script>document.title='hacked'</script><img src="https://example.com/x.png" onerror="document.title='hacked'">'&`;

/** Reports of one job: before it is sent, and after a run with many faults. */
export interface Reports {
  readonly unsent: string;
  readonly sent: string;
}

/** Sends to 2,000 receivers with hostile names, kills, pauses and resumes the run, and resolves unknown ones. */
export async function makeReports(folder: string): Promise<Reports> {
  await using after = new AsyncDisposableStack();
  const mock = await startMock({
    scenarios: [
      "latency,milliseconds=30,ran=1",
      "reset-after,probability=0.05,seed=4",
      "partial-failure,percent=4,probability=0.5,seed=2",
    ],
  });
  after.defer(() => mock.close());
  const start = (command: string, ...args: readonly string[]) =>
    spawn(process.execPath, [program, command, "--journal", "job.db", ...args], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, NP6_API_KEY: "any-key-of-the-mock", NP6_BASE_URL: mock.url },
    });
  const bulk = async (...args: Parameters<typeof start>) => void (await once(start(...args), "close"));
  const lines = Array.from({ length: 2000 }, (_, index) => JSON.stringify(`R${index} ${injection}`));
  await writeFile(join(folder, "receivers.ndjson"), lines.join("\n"));
  await bulk("plan", "--workflow", "42", "--receivers", "receivers.ndjson");
  await bulk("report", "--html", "unsent.html");
  const sending = ["--yes", "--batch-size", "50", "--max-at-stake", "100"] as const;
  await interrupt(start("run", ...sending), mock, 500, (child) => child.kill("SIGKILL"));
  await interrupt(start("resume", ...sending), mock, 1000, () => bulk("pause", "--reason", injection));
  await bulk("resume", ...sending);
  await bulk("resume", ...sending);
  const journal = await openJournal(join(folder, "job.db"));
  await journal.resolve([{ first: 1, last: 600, as: "ran" }], "somebody", injection);
  await journal.close();
  await bulk("report", "--html", "sent.html");
  return { unsent: join(folder, "unsent.html"), sent: join(folder, "sent.html") };
}

/** Waits until a run has executed a number of receivers, performs an action on it, and waits for its end. */
async function interrupt(
  child: ReturnType<typeof spawn>,
  mock: Mock,
  executed: number,
  act: (child: ReturnType<typeof spawn>) => unknown,
): Promise<void> {
  const closed = once(child, "close");
  while (mock.executions.size < executed && child.exitCode === null) await wait(5);
  await act(child);
  await closed;
}
