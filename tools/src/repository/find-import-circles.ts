import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { repositoryRoot } from "./repository-root.ts";

/** A part of Biome's report. */
interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string };
  }[];
}

const configuration = {
  root: true,
  linter: {
    rules: {
      preset: "none",
      suspicious: { noImportCycles: { level: "error", options: { ignoreTypes: false } } },
    },
  },
};

/**
 * Finds the files that import each other in a circle, including imports of types.
 * @param folder - absolute path of a copy of the repository; its Biome configuration is replaced
 * @returns their paths, sorted
 */
export async function findImportCircles(folder: string): Promise<string[]> {
  await writeFile(join(folder, "biome.json"), JSON.stringify(configuration));
  const biome = join(repositoryRoot, "node_modules/.bin/biome");
  const words = ["lint", "--reporter=json", "--max-diagnostics=none", "."];
  const { stdout } = await execa(biome, words, { cwd: folder, reject: false });
  const { diagnostics } = JSON.parse(stdout) as Report;
  const circles = diagnostics.filter(({ category }) => category.endsWith("noImportCycles"));
  return [...new Set(circles.map(({ location }) => location.path))].sort();
}
