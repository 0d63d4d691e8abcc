import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packInto } from "@np6/tools/pack-packages";
import { execa } from "execa";

/**
 * Packs packages of the repository, as publishing would, and installs the tarballs in a folder, as a consumer would.
 * @param names - of packages, without the scope; they must be built
 * @param folder - is made, with a package.json of its own
 */
export async function installPacked(
  names: readonly string[],
  folder: string,
  stop: AbortSignal,
): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  const wanted = names.map((name) => `@np6/${name}`);
  const packed = await packInto(join(folder, "tarballs"), { only: wanted });
  const words = [
    "install",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...packed.map(({ tarball }) => tarball),
  ];
  await execa("npm", words, { cwd: folder, cancelSignal: stop, stdin: "ignore" });
}
