import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkControls } from "./control/check-controls.ts";
import { createSuiteRunner } from "./drive/create-suite-runner.ts";
import type { RuntimeRun } from "./drive/runtime-run.ts";
import { formatTable } from "./format-table.ts";
import type { RunSettings } from "./run-settings.ts";
import { type RuntimeName, runtimeNames } from "./suite/runtime-name.ts";
import { type FaultServerPackage, runTransports } from "./transports/run-transports.ts";

// The second half of the command: in the temporary copy, it runs the suite on each runtime and prints the table. Input:
// RunSettings as JSON.

const settings = JSON.parse(process.argv[2] ?? "") as RunSettings;
// The first half keeps the other end open. If it was killed and could not clean up, this half does.
process.stdin.on("end", () => {
  rmSync(settings.folder, { recursive: true, force: true });
  process.exit(1);
});
process.stdin.resume();
// `exit` runs the handlers that stop the started processes.
process.on("SIGTERM", () => process.exit(1));

const say = (line: string) => process.stdout.write(`${line}\n`);

const copy = fileURLToPath(new URL("..", import.meta.url));
const runSuite = await createSuiteRunner(settings, copy);
const runs = new Map<RuntimeName, RuntimeRun>();
// One after the other, because the suites wait for responses and must not slow each other down.
for (const runtime of runtimeNames) {
  const startedAt = performance.now();
  runs.set(runtime, await runSuite(runtime));
  say(`  ${runtime}: ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
}
say(`\n${formatTable(runs)}\n`);

const comparing = performance.now();
const compared = await runTransports(copy, (await import(settings.faultServer)) as FaultServerPackage);
say(`The two transports on Node, ${((performance.now() - comparing) / 1_000).toFixed(1)} s:`);
for (const line of compared.lines) say(`  ${line}`);

// Further checks: that the suite can fail, and that the packed declarations are correct.
const problems = [
  ...compared.problems,
  ...(await checkControls(runSuite)),
  ...checkTypes()
    .split("\n")
    .filter((line) => line !== ""),
];
for (const problem of problems) say(`FAILED: ${problem}`);

const outcomes = [...runs.values()].flatMap(({ results }) => results.map(({ outcome }) => outcome));
const failed = outcomes.filter((outcome) => outcome === "failed").length + problems.length;
const passed =
  outcomes.filter((outcome) => outcome === "passed" || outcome === "differs").length + compared.lines.length;
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/**
 * Type-checks the suite with the packed client's declarations.
 * @returns the compiler's errors; empty when there are none
 */
function checkTypes(): string {
  const folder = fileURLToPath(new URL("..", import.meta.url));
  const args = ["node_modules/typescript/bin/tsc", "--noEmit"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  return status === 0 ? "" : `${stdout}${stderr}`.trim();
}
