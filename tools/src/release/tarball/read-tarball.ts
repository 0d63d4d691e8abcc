import { mkdtempDisposable, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { execa } from "execa";

/** Reads a packed package. @returns the texts of its files by sorted path, for example `dist/index.mjs` */
export async function readTarball(tarball: string): Promise<ReadonlyMap<string, string>> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "np6-tarball-"));
  await execa("tar", ["-xzf", tarball, "-C", folder.path]);
  const top = join(folder.path, "package");
  const entries = await readdir(folder.path, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(top, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(top, path), "utf8")] as const)),
  );
}
