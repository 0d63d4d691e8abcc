import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "../../repository/repository-root.ts";
import { publishedFilesList } from "./compare-published-files.ts";

/** Reads the committed list of a package's published files; undefined when there is none yet. */
export async function readPublishedFiles(name: string): Promise<string | undefined> {
  return readFile(join(repositoryRoot, publishedFilesList(name)), "utf8").catch(() => undefined);
}
