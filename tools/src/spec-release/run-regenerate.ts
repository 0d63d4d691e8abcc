import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { CommandContext } from "../repository/command-context.ts";
import type { Comparison } from "../spec-base/compare-specs.ts";
import { formatSummary } from "../turbo/format-summary.ts";
import { runTurbo, type TaskResult } from "../turbo/run-turbo.ts";
import { summarizeRun } from "../turbo/summarize-run.ts";
import { startMockProcess } from "../watch/start-mock-process.ts";
import { changedFiles } from "./changed-files.ts";
import { composeSummary } from "./compose-summary.ts";
import { runSteps, type Step, type StepOutcome } from "./run-steps.ts";

/** Where the summary is left. */
const SUMMARY = "tools/.results/pull-request.md";

/** Options of `regenerate`. */
export interface RegenerateOptions {
  /** Skips the contract tests, which CI runs. Instead, starts and stops the mock with the new document. */
  readonly fast: boolean;
}

/**
 * Runs `regenerate`: all steps after an edit of the spec. Writes a summary for the pull request.
 * @returns the exit code
 */
export async function runRegenerate(context: CommandContext, { fast }: RegenerateOptions): Promise<number> {
  let comparison: Comparison | undefined;
  const steps: Step[] = [
    { title: "Lint the spec", run: () => turbo(["lint"], ["--filter=@np6/spec"]) },
    { title: "Bundle the spec, and generate types and operation table", run: () => turbo(["generate"]) },
    {
      title: "Compare with the last release",
      run: async () => {
        // Built by the step before; before that they could not be loaded.
        const { compareSpecs } = await import("../spec-base/compare-specs.ts");
        comparison = await compareSpecs({}, context.repository, context.cwd);
        if (comparison !== undefined) return { passed: true, note: comparison.diff.bump };
        comparison = await compareSpecs({ base: "HEAD" }, context.repository, context.cwd);
        return { passed: true, note: `nothing is released yet; ${comparison?.diff.bump} since HEAD` };
      },
    },
    {
      title: "Write or raise the changeset",
      run: async () => {
        const { runSpecChangeset } = await import("../spec-changeset/run-spec-changeset.ts");
        let note = "";
        const keep = (text: string) => {
          note += text.trim();
        };
        const code = await runSpecChangeset([], { ...context, out: keep, err: keep });
        return { passed: code === 0, note };
      },
    },
    { title: "Build", run: () => turbo(["build"], fast ? ["--filter=@np6/api-mock..."] : []) },
    {
      title: "Start the mock with the spec",
      run: async () => {
        const mock = await startMockProcess(context.repository, ["--port", "0"]).catch(
          ({ message }: Error) => message,
        );
        if (typeof mock === "string") return { passed: false, note: mock };
        await mock.stop();
        return { passed: true, note: "it starts" };
      },
    },
    {
      title: "Contract tests",
      run: () => turbo(["test"], ["--filter=@np6/spec", "--filter=@np6/contract-tests"]),
    },
  ];
  if (fast) steps.pop();
  const results = await runSteps(steps, (line) => context.out(`${line}\n`));
  const files = await changedFiles(context.repository, ["spec", "packages", ".changeset"]);
  const summary = composeSummary({ steps: results, comparison, changedFiles: files });
  const file = join(context.repository, SUMMARY);
  await mkdir(dirname(file), { recursive: true });
  await writeFileAtomic(file, summary);
  context.out(`\nFor the pull request (${SUMMARY}):\n\n${summary}`);
  return results.every(({ outcome }) => outcome?.passed) ? 0 : 1;
}

async function turbo(tasks: readonly string[], options: readonly string[] = []): Promise<StepOutcome> {
  const results = await runTurbo(tasks, options);
  const report = ({ task }: TaskResult) => (task === "test" ? ".results/vitest.json" : undefined);
  const rows = await summarizeRun(results, report);
  const failed = results.filter(({ passed }) => !passed).map(({ taskId }) => taskId);
  if (failed.length > 0) return { passed: false, note: `${failed.join(", ")} failed; see above` };
  const counted = formatSummary(rows).split("\n").at(-1);
  return { passed: true, note: rows.length > 0 && tasks.includes("test") ? (counted ?? "done") : "done" };
}
