import { execa } from "execa";
import { repositoryRoot } from "../../repository/repository-root.ts";

/**
 * `pnpm check`: all checks of CI. Each stage is a separate command. It prints the seconds of each stage, and as its
 * last line the total, `N passed, N failed`.
 */
interface Stage {
  readonly name: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
}

// After `test`, the longest stages come first. Most of them wait for registries, package managers and browsers, so
// three at once keep two cores busy. The first stage prints while it runs, the others at their end.
const waiting = [
  "packages",
  "rehearsal",
  "runtimes",
  "corpus",
  "slow",
  "postgres",
  "site",
  "mock-page",
  "bulk-report",
  "next",
  "budgets",
];
const concurrency = 3;

/** Settings that shorten `pnpm check slow` in CI, so that all stages end in time. */
const reducedSettings: Readonly<Record<string, string>> = { NP6_KILLS: "60" };

const started = performance.now();
const say = (line: string) => process.stdout.write(`${line}\n`);
const secondsSince = (start: number) => Math.round((performance.now() - start) / 1000);

async function runStage(words: readonly string[], shown: "now" | "at its end"): Promise<Stage> {
  const name = words.join(" ");
  const start = performance.now();
  if (shown === "now") say(`\n== ${name}`);
  const child = execa("node", ["tools/run.mjs", ...words], {
    cwd: repositoryRoot,
    env: { ...reducedSettings, ...process.env },
    stdin: "ignore",
    stdout: shown === "now" ? ["pipe", "inherit"] : "pipe",
    stderr: shown === "now" ? ["pipe", "inherit"] : "pipe",
    all: true,
    reject: false,
  });
  const { all, exitCode } = await child;
  if (shown === "at its end") say(`\n== ${name}\n${all}`);
  const counted = [...all.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  const [passed, failed] = counted === undefined ? [0, 1] : [Number(counted[1]), Number(counted[2])];
  // A stage that fails without a counted failure counts as one failure.
  return {
    name,
    seconds: secondsSince(start),
    passed,
    failed: exitCode === 0 ? failed : Math.max(1, failed),
  };
}

const stages: Stage[] = [await runStage(["test"], "now")];

async function runWaitingStages(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    stages.push(await runStage(["check", name], name === "packages" ? "now" : "at its end"));
  }
}

await Promise.all(Array.from({ length: concurrency }, runWaitingStages));
say(`\nSeconds of each stage, in the order in which they ended (${concurrency} at once after \`test\`):`);
for (const { name, seconds, failed } of stages) {
  say(`${String(seconds).padStart(5)} s  ${name}${failed > 0 ? `  ✗ ${failed} failed` : ""}`);
}
say(`${String(secondsSince(started)).padStart(5)} s  all`);
const sum = (count: (stage: Stage) => number) => stages.reduce((total, stage) => total + count(stage), 0);
const failed = sum((stage) => stage.failed);
say(`\n${sum((stage) => stage.passed)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
