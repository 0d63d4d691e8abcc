import { existsSync } from "node:fs";
import { glob, mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import writeFileAtomic from "write-file-atomic";
import { assembleSite } from "../../../docs/site/src/assemble-site.ts";
import { llmsText } from "../../../docs/site/src/llms-text.ts";
import { repositoryRoot } from "../repository/repository-root.ts";

/** The package that contains the documentation: one for development, so that no production install grows. */
export const packageWithDocs = "@np6/api-mock";

/**
 * Writes the Markdown of the documentation site to `docs/` of that package. Unchanged files are not written, because
 * another command may be packing them.
 */
export async function writeShippedDocs(): Promise<void> {
  if (!existsSync(join(repositoryRoot, "packages/reference/dist/pages/index.md")))
    await execa("node", ["packages/reference/src/build.ts"], { cwd: repositoryRoot });
  const site = assembleSite(repositoryRoot);
  const files = new Map([...site.pages, ["llms.txt", llmsText(site, "")]]);
  const folder = join(repositoryRoot, "packages/api-mock/docs");
  for await (const file of glob("**/*.*", { cwd: folder }))
    if (!files.has(file)) await rm(join(folder, file));
  for (const [file, text] of files) {
    const path = join(folder, file);
    if (existsSync(path) && (await readFile(path, "utf8")) === text) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, text);
  }
}
