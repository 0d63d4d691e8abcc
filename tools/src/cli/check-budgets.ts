import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { budgetsOf } from "../budgets/budgets-of.ts";
import { compareBudgets } from "../budgets/compare-budgets.ts";
import { countPackages } from "../budgets/count-packages.ts";
import type { Budgets, Figure } from "../budgets/figure.ts";
import { repositoryRoot } from "../repository/repository-root.ts";
import { runCounted, type Say } from "../turbo/run-counted.ts";

/**
 * `pnpm check:budgets`: counts bytes, allocations, type instantiations and dependencies, and compares them with checks/bench/budgets.json.
 * Its last line is `N passed, N failed`. `--update` writes budgets that are just kept.
 */
const bench = join(repositoryRoot, "checks/bench");
const file = join(bench, "budgets.json");

async function count(): Promise<Figure[]> {
  // What counts is installed by nothing else.
  await execa("pnpm", ["install", "--frozen-lockfile"], { cwd: bench });
  // A young generation that is large enough to count what calls allocate.
  const flags = ["--max-semi-space-size=128", "--min-semi-space-size=128"];
  const { stdout } = await execa("node", [...flags, "src/counts.ts"], { cwd: bench });
  return [...(JSON.parse(stdout) as Figure[]), ...(await countPackages())];
}

async function run(say: Say): Promise<number> {
  const figures = await count();
  if (process.argv.includes("--update")) {
    await writeFile(file, `${JSON.stringify(budgetsOf(figures), null, 2)}\n`);
    say("Written: checks/bench/budgets.json");
  }
  const verdicts = compareBudgets(figures, JSON.parse(await readFile(file, "utf8")) as Budgets);
  for (const { message } of verdicts) say(message);
  const passed = verdicts.filter(({ kept }) => kept).length;
  say(`\n${passed} passed, ${verdicts.length - passed} failed`);
  return passed === verdicts.length ? 0 : 1;
}

await runCounted(["@np6/api-mock", "@np6/openapi-codegen"], run);
