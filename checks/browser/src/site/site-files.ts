import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@np6/tools/repository-root";

/** The built site. */
export const siteFolder: string = join(repositoryRoot, "docs/site/dist/site");

/** Reads the files of the site with an extension, by path relative to its folder. */
export function siteFiles(ending: "html" | "md"): Map<string, string> {
  const files = globSync(`**/*.${ending}`, { cwd: siteFolder }).sort();
  return new Map(files.map((file) => [file, readFileSync(join(siteFolder, file), "utf8")]));
}
