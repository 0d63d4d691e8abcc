import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { execa } from "execa";

/**
 * Reads a packed package.
 * @returns its files by path, sorted, such as `dist/index.mjs`, with their text
 */
export async function readTarball(tarball: string): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "np6-tarball-"));
  try {
    await execa("tar", ["-xzf", tarball, "-C", folder]);
    const top = join(folder, "package");
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(top, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .sort();
    return new Map(
      await Promise.all(paths.map(async (path) => [path, await readFile(join(top, path), "utf8")] as const)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
