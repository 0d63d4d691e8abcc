import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@np6/tools/repository-root";

/** The built site. */
export const siteFolder: string = join(repositoryRoot, "docs/site/dist/site");

/** The files of the site with an ending, relative to its folder, with their text. */
export function siteFiles(ending: "html" | "md"): Map<string, string> {
  const files = globSync(`**/*.${ending}`, { cwd: siteFolder }).sort();
  return new Map(files.map((file) => [file, readFileSync(join(siteFolder, file), "utf8")]));
}
