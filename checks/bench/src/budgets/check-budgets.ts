import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packPackages } from "@np6/tools/pack-packages";
import { readTarball } from "@np6/tools/read-tarball";
import { repositoryRoot } from "@np6/tools/repository-root";
import { execa } from "execa";
import { budgetsOf } from "./budgets-of.ts";
import { compareBudgets } from "./compare-budgets.ts";
import type { Budgets, Figure } from "./figure.ts";

// Counts bytes, allocations, type instantiations and dependencies, and compares them with budgets.json. Its last line
// is `N passed, N failed`. `--update` writes budgets that the counts just meet.

const bench = join(import.meta.dirname, "../..");
const file = join(bench, "budgets.json");
const say = (line: string) => process.stdout.write(`${line}\n`);

async function count(): Promise<Figure[]> {
  // A large young generation, so that no garbage collection falsifies the count of allocations.
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

interface Listed {
  readonly dependencies?: Readonly<Record<string, Listed>>;
}

/** Counts the sizes of the published packages, and the client's dependencies. The packages must be built. */
async function countPackages(): Promise<Figure[]> {
  const { packages, remove } = await packPackages();
  try {
    const tarballs: Figure[] = [];
    for (const { name, tarball } of packages) {
      const files = [...(await readTarball(tarball))];
      const parts = Object.fromEntries(files.map(([path, text]) => [path, Buffer.byteLength(text)]));
      const { size } = await stat(tarball);
      tarballs.push({ name: `Tarball of ${name}`, unit: "bytes, gzip", value: size, parts });
    }
    return [...tarballs, await countDependencies("@np6/api-client")];
  } finally {
    await remove();
  }
}

/** Counts the packages that a consumer installs along with a package. Optional peers do not count. */
async function countDependencies(name: string): Promise<Figure> {
  const words = ["--filter", name, "list", "--prod", "--depth", "Infinity", "--json"];
  const { stdout } = await execa("pnpm", words, { cwd: repositoryRoot });
  const dependencyNames = new Set<string>();
  const waiting = JSON.parse(stdout) as Listed[];
  for (let manifest = waiting.pop(); manifest !== undefined; manifest = waiting.pop()) {
    for (const [dependency, listed] of Object.entries(manifest.dependencies ?? {})) {
      dependencyNames.add(dependency);
      waiting.push(listed);
    }
  }
  const parts = Object.fromEntries([...dependencyNames].sort().map((dependency) => [dependency, 1]));
  return { name: `Runtime dependencies of ${name}`, unit: "packages", value: dependencyNames.size, parts };
}
