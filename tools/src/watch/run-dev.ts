import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CommandContext } from "../repository/command-context.ts";
import { formatSummary } from "../turbo/format-summary.ts";
import { lockCheckout } from "../turbo/lock-folder.ts";
import { runTurbo, type TaskResult } from "../turbo/run-turbo.ts";
import { summarizeRun } from "../turbo/summarize-run.ts";
import { createRounds } from "./create-rounds.ts";
import { type MockProcess, startMockProcess } from "./start-mock-process.ts";
import { watchSpec } from "./watch-spec.ts";

// The tests that read the document. Nearly all of the client's tests use an example API, and take more than a minute.
const AFFECTED = ["--filter=@np6/spec", "--filter=@np6/api-types"];
const CONTRACT = "--filter=@np6/contract-tests";
const MOCK = ["--filter=@np6/api-mock..."];

/**
 * Runs the command `dev`: after every edit of the spec it regenerates, restarts the mock and reruns the affected tests.
 * @param stop - ends the command; no process remains
 * @param options `fast`: skips the contract tests, which take most of the time
 */
export async function runDev(
  { repository, out, err }: CommandContext,
  stop: AbortSignal,
  { fast = false }: { readonly fast?: boolean | undefined } = {},
): Promise<void> {
  let mock: { readonly process: MockProcess; readonly document: string } | undefined;
  const say = (line: string) => out(`${line}\n`);

  const restartMock = async (signal: AbortSignal) => {
    const bundle = await readFile(join(repository, "spec/dist/openapi.json"));
    const document = createHash("sha256").update(bundle).digest("hex");
    if (mock?.document === document) return;
    // The same port, so that callers of the mock are not affected.
    const words = ["--port", mock === undefined ? "0" : new URL(mock.process.url).port];
    await mock?.process.stop();
    mock = undefined;
    signal.throwIfAborted();
    mock = { process: await startMockProcess(repository, words, (line) => say(`[mock] ${line}`)), document };
  };

  const round = async (signal: AbortSignal) => {
    await using _lock = await lockCheckout(say);
    if (!(await succeeds(["generate"], [], signal))) return say("✗ Not generated; fix the spec and save it.");
    if (!(await succeeds(["build"], MOCK, signal))) return say("✗ Not built; see above.");
    await restartMock(signal);
    const results = await runTurbo(["test"], fast ? AFFECTED : [...AFFECTED, CONTRACT], signal);
    const rows = await summarizeRun(results, ({ task }: TaskResult) =>
      task === "test" ? ".results/vitest.json" : undefined,
    );
    say(
      `\n${formatSummary(rows)}\n\nThe mock is at ${mock?.process.url}. Waiting for an edit of spec/ (Ctrl-C ends) …`,
    );
  };

  const rounds = createRounds(round, (error) => err(`✗ ${error instanceof Error ? error.message : error}\n`));
  const watching = await watchSpec(repository, (files) => {
    say(`\nEdited: ${files.join(", ")}`);
    rounds.start();
  });
  rounds.start();
  await new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener("abort", () => resolve(), { once: true });
  });
  await watching.close();
  await rounds.stop();
  await mock?.process.stop();
  say("Stopped.");
}

async function succeeds(
  tasks: readonly string[],
  options: readonly string[],
  signal: AbortSignal,
): Promise<boolean> {
  const results = await runTurbo(tasks, options, signal);
  return results.every(({ passed }) => passed);
}
