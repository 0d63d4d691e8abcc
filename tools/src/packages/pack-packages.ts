import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { readWorkspace } from "../read-workspace.ts";
import { repositoryRoot } from "../repository-root.ts";

/** A packed package. */
export interface PackedPackage {
  readonly name: string;
  /** Absolute path of the tarball. */
  readonly tarball: string;
}

/** The tarballs of every package that is published, in a folder of their own. */
export interface PackedPackages {
  readonly packages: readonly PackedPackage[];
  /** Removes the folder. */
  readonly remove: () => Promise<void>;
}

/** Packs every package that is published, as `pnpm publish` would. The packages must be built. */
export async function packPackages(): Promise<PackedPackages> {
  const folder = await mkdtemp(join(tmpdir(), "np6-packed-"));
  const { packages } = await readWorkspace(repositoryRoot);
  const published = packages.filter(({ manifest }) => manifest.private !== true);
  const packed: PackedPackage[] = [];
  for (const { directory, manifest } of published) {
    const options = { cwd: join(repositoryRoot, directory) };
    const { stdout } = await execa("pnpm", ["pack", "--json", "--pack-destination", folder], options);
    const { filename } = JSON.parse(stdout) as { filename: string };
    packed.push({ name: manifest.name, tarball: filename });
  }
  return { packages: packed, remove: () => rm(folder, { recursive: true, force: true }) };
}
