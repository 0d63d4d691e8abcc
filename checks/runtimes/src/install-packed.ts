import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTool } from "./run-tool.ts";

/**
 * Packs packages of the repository, as publishing would, and installs the tarballs in a folder, as a consumer would.
 * @param names - folders of `packages`; they must be built
 * @param folder - is made, with a package.json of its own
 */
export async function installPacked(
  names: readonly string[],
  folder: string,
  stop: AbortSignal,
): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  const tarballs = join(folder, "tarballs");
  for (const name of names) {
    const source = fileURLToPath(new URL(`../../../packages/${name}`, import.meta.url));
    await runTool("pnpm", ["pack", "--pack-destination", tarballs], source, stop);
  }
  const files = (await readdir(tarballs)).map((file) => join(tarballs, file));
  await runTool("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", ...files], folder, stop);
}
