import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { budgetsOf } from "./budgets-of.ts";
import { compareBudgets } from "./compare-budgets.ts";
import { countPackages } from "./count-packages.ts";
import type { Budgets, Figure } from "./figure.ts";

// Counts bytes, allocations, type instantiations and dependencies, and compares them with budgets.json. Its last line is
// `N passed, N failed`. `--update` writes budgets that are just kept.

const bench = join(import.meta.dirname, "../..");
const file = join(bench, "budgets.json");
const say = (line: string) => process.stdout.write(`${line}\n`);

async function count(): Promise<Figure[]> {
  // A young generation that is large enough to count what calls allocate.
  const flags = ["--max-semi-space-size=128", "--min-semi-space-size=128"];
  const { stdout } = await execa("node", [...flags, "src/counts.ts"], { cwd: bench });
  return [...(JSON.parse(stdout) as Figure[]), ...(await countPackages())];
}

const figures = await count();
if (process.argv.includes("--update")) {
  await writeFile(file, `${JSON.stringify(budgetsOf(figures), null, 2)}\n`);
  say("Written: checks/bench/budgets.json");
}
const verdicts = compareBudgets(figures, JSON.parse(await readFile(file, "utf8")) as Budgets);
for (const { message } of verdicts) say(message);
const passed = verdicts.filter(({ kept }) => kept).length;
say(`\n${passed} passed, ${verdicts.length - passed} failed`);
process.exitCode = passed === verdicts.length ? 0 : 1;
