import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { readWorkspace, type WorkspacePackage } from "../repository/read-workspace.ts";
import { repositoryRoot } from "../repository/repository-root.ts";

/** A packed package. */
export interface PackedPackage extends WorkspacePackage {
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

/** Packs every package that is published, as `pnpm publish` would, into a temporary folder. The packages must be built. */
export async function packPackages(): Promise<PackedPackages> {
  const folder = await mkdtemp(join(tmpdir(), "np6-packed-"));
  return { packages: await packInto(folder), remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Packs every package that is published, as `pnpm publish` would. The packages must be built.
 * @param folder - absolute path; is made
 */
export async function packInto(folder: string): Promise<PackedPackage[]> {
  const { packages } = await readWorkspace(repositoryRoot);
  const packed: PackedPackage[] = [];
  for (const { directory, manifest } of packages.filter((one) => one.manifest.private !== true)) {
    const options = { cwd: join(repositoryRoot, directory) };
    const { stdout } = await execa("pnpm", ["pack", "--json", "--pack-destination", folder], options);
    const { filename } = JSON.parse(stdout) as { filename: string };
    packed.push({ directory, manifest, name: manifest.name, tarball: filename });
  }
  return packed;
}
