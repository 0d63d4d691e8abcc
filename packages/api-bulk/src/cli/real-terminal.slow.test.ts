import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Mock, startMock } from "@np6/api-mock";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { openJournal } from "../journal/open-journal.ts";
import { planJob } from "../planning/plan-job.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";

// Tests in a real pseudo-terminal: `script` of util-linux, which Linux systems have.

const program = fileURLToPath(new URL("../cli.ts", import.meta.url));
const hasScript = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

async function planned(count: number): Promise<string> {
  const file = temporaryJournal();
  const journal = await openJournal(file);
  const executions = Array.from({ length: count }, (_, index) => ({
    receiver: { type: "id" as const, value: `R${index}` },
  }));
  await planJob(journal, { workflowId: 42, executions });
  await journal.close();
  return file;
}

/** Answers each question of the command with a line. */
async function inTerminal(
  file: string,
  args: readonly string[],
  typed: readonly (readonly [string, string])[],
) {
  const sh = join(dirname(file), "run.sh");
  const words = [process.execPath, program, ...args, "--journal", file].map((word) => `'${word}'`);
  writeFileSync(sh, words.join(" "));
  const child = spawn("script", ["-qefc", `sh ${sh}`, "/dev/null"], {
    env: { ...process.env, NP6_API_KEY: "any-key-of-the-mock", NP6_BASE_URL: mock.url, TERM: "xterm" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let shown = "";
  child.stdout.on("data", (chunk) => (shown += chunk));
  const closed = once(child, "close");
  for (const [question, answer] of typed) {
    while (!shown.includes(question) && child.exitCode === null) await wait(20);
    child.stdin.write(answer);
  }
  const [code] = await closed;
  return { code, shown };
}

test.runIf(hasScript)("the number of receivers has to be typed, and nothing else will do", async () => {
  const file = await planned(1200);
  const no = await inTerminal(file, ["run"], [["Type the number", "y\r"]]);
  expect(no).toMatchObject({
    code: 1,
    shown: expect.stringContaining("That is not 1,200. Nothing was sent."),
  });
  const given = await inTerminal(file, ["run"], [["Type the number", "\u0003"]]);
  expect(given.code).toBe(1);
  expect(mock.requestCount).toBe(0);
  const yes = await inTerminal(file, ["run"], [["Type the number", "1,200\r"]]);
  expect(yes.code).toBe(0);
  expect(yes.shown).toContain('last         {"receiver":{"type":"id","value":"R1199"}}');
  expect(yes.shown).toContain("\r\u001b[2K1,200 of 1,200 done");
  expect([mock.executions.size, mock.executions.repeated]).toEqual([1200, 0]);
});

test.runIf(hasScript)("a canary goes to the operator once, and the others wait for a yes", async () => {
  const file = await planned(5);
  const args = ["run", "--yes", "--canary-receiver", "ME"];
  const no = await inTerminal(file, args, [["The canary was sent. Check the message.", "no\r"]]);
  expect(no).toMatchObject({ code: 4, shown: expect.stringContaining("Nothing else was sent.") });
  expect(mock.requests.map(({ body }) => body)).toEqual([[{ receiver: { type: "id", value: "ME" } }]]);
  const yes = await inTerminal(file, args, [["already sent, and is not sent again.", "yes\r"]]);
  expect(yes.code).toBe(0);
  expect([mock.executions.size, mock.executions.repeated]).toEqual([6, 0]);
});

test.runIf(hasScript)("a canary that the API does not take ends it, and whether it ran is kept", async () => {
  const file = await planned(5);
  const args = (name: string) => ["run", "--yes", "--canary-receiver", name];
  mock.scenario("partial-failure", { receiver: "NOBODY" });
  const refused = await inTerminal(file, args("NOBODY"), []);
  expect(refused.code).toBe(1);
  expect(refused.shown).toContain("The API refused the canary: recipient not found. Nothing else was sent.");
  mock.scenario("reset-before", { times: 1 });
  const unclear = await inTerminal(file, args("ME"), [
    ["The canary may have been sent: its result is unknown.", "no\r"],
  ]);
  expect(unclear.code).toBe(4);
  mock.scenario("unauthorized");
  expect((await inTerminal(file, args("ME2"), [])).code).toBe(1);
  expect(mock.executions.size).toBe(0);
});
