import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { readWorkspace, type WorkspacePackage } from "../repository/read-workspace.ts";
import { repositoryRoot } from "../repository/repository-root.ts";
import { packageWithDocs, writeShippedDocs } from "./write-shipped-docs.ts";

const nameRepository = fileURLToPath(new URL("./name-repository.mjs", import.meta.url));

/** A packed package. */
export interface PackedPackage extends WorkspacePackage {
  readonly name: string;
  /** Absolute path of the tarball. */
  readonly tarball: string;
}

/** The tarballs of every published package, in one folder. */
export interface PackedPackages {
  readonly packages: readonly PackedPackage[];
  /** Removes the folder. */
  readonly remove: () => Promise<void>;
}

/** Environment variable with a folder of tarballs and `packed.json`, the result of `packInto`. */
export const packedVariable = "NP6_PACKED";

/**
 * Packs every published package like `pnpm publish`, into a temporary folder. The packages must be built. If the
 * environment variable names a folder with tarballs, these are used.
 */
export async function packPackages(): Promise<PackedPackages> {
  const packedFolder = process.env[packedVariable];
  if (packedFolder !== undefined) {
    const packages = JSON.parse(await readFile(join(packedFolder, "packed.json"), "utf8")) as PackedPackage[];
    return { packages, remove: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), "np6-packed-"));
  return { packages: await packInto(folder), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Settings for packing. */
interface PackSettings {
  /** Field `repository` of the packed manifests, as `git+https://…`. */
  readonly repository?: string | undefined;
  /** Names of packages. Default: all published packages. */
  readonly only?: readonly string[];
}

/**
 * Packs every published package like `pnpm publish`, each after its dependencies. The packages must be built.
 * @param folder - absolute path; it is created
 */
export async function packInto(
  folder: string,
  { repository, only }: PackSettings = {},
): Promise<PackedPackage[]> {
  const named = repository === undefined ? [] : [`--config.pnpmfile=${nameRepository}`];
  const env = { NP6_PACKED_REPOSITORY: repository, NP6_PACKED_ROOT: repositoryRoot };
  const { packages } = await readWorkspace(repositoryRoot);
  const packed: PackedPackage[] = [];
  for (const { directory, manifest } of dependenciesFirst(packages)) {
    if (only !== undefined && !only.includes(manifest.name)) continue;
    if (manifest.name === packageWithDocs) await writeShippedDocs();
    const options = { cwd: join(repositoryRoot, directory), env };
    const words = ["pack", "--json", "--pack-destination", folder, ...named];
    const { stdout } = await execa("pnpm", words, options);
    const { filename } = JSON.parse(stdout) as { filename: string };
    packed.push({ directory, manifest, name: manifest.name, tarball: filename });
  }
  return packed;
}

/** Orders published packages. A consumer must never find a package whose dependency is not in the registry yet. */
function dependenciesFirst(packages: readonly WorkspacePackage[]): WorkspacePackage[] {
  const published = packages.filter(({ manifest }) => manifest.private !== true);
  const ordered = new Set<WorkspacePackage>();
  const add = (member: WorkspacePackage): void => {
    if (ordered.has(member)) return;
    const dependencies = Object.keys(member.manifest.dependencies ?? {});
    for (const each of published.filter(({ manifest }) => dependencies.includes(manifest.name))) add(each);
    ordered.add(member);
  };
  for (const member of published) add(member);
  return [...ordered];
}
