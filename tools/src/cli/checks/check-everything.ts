import { execa } from "execa";
import { repositoryRoot } from "../../repository/repository-root.ts";

/**
 * `pnpm check`: everything that CI proves. Each stage is a command of its own. Prints how many seconds each took, and as its last line
 * `N passed, N failed`, over everything.
 */
interface Stage {
  readonly name: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
}

// Behind `test`, lanes at the same time: most stages wait for registries, package managers and browsers. Each lane's are one after
// the other; the first is shown while it runs, the others when a stage of theirs has ended.
const lanes = [
  ["packages", "slow"],
  ["rehearsal", "budgets"],
  ["reference", "mock-page", "runtimes", "next", "corpus"],
];

const started = performance.now();
const say = (line: string) => process.stdout.write(`${line}\n`);
const secondsSince = (start: number) => Math.round((performance.now() - start) / 1000);

async function runStage(words: readonly string[], shown: "now" | "at its end"): Promise<Stage> {
  const name = words.join(" ");
  const start = performance.now();
  if (shown === "now") say(`\n== ${name}`);
  const child = execa("node", ["tools/run.mjs", ...words], {
    cwd: repositoryRoot,
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
  // It ended for a reason that it did not count: that is a failure of its own.
  return {
    name,
    seconds: secondsSince(start),
    passed,
    failed: exitCode === 0 ? failed : Math.max(1, failed),
  };
}

const stages: Stage[] = [await runStage(["test"], "now")];
await Promise.all(
  lanes.map(async (lane, index) => {
    for (const name of lane) stages.push(await runStage(["check", name], index === 0 ? "now" : "at its end"));
  }),
);
say(
  `\nSeconds of each stage, in the order in which they ended (${lanes.length} lanes behind \`test\`, at the same time):`,
);
for (const { name, seconds, failed } of stages) {
  say(`${String(seconds).padStart(5)} s  ${name}${failed > 0 ? `  ✗ ${failed} failed` : ""}`);
}
say(`${String(secondsSince(started)).padStart(5)} s  all`);
const sum = (count: (stage: Stage) => number) => stages.reduce((total, stage) => total + count(stage), 0);
const failed = sum((stage) => stage.failed);
say(`\n${sum((stage) => stage.passed)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
