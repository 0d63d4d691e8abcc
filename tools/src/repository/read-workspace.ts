import { glob, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "yaml";

/** The part of a package.json that the repository's checks read. */
export interface PackageManifest {
  readonly name: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly description?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  /** By subpath: a file, or files by condition. The packages here use no other form. */
  readonly exports?: Readonly<Record<string, string | { readonly import?: { readonly default?: string } }>>;
  readonly engines?: Readonly<Record<string, string>>;
  readonly publishConfig?: { readonly access?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A workspace folder, including the repository's root with directory ".". */
export interface WorkspacePackage {
  /** Relative to the repository. */
  readonly directory: string;
  readonly manifest: PackageManifest;
}

/** The part of pnpm-workspace.yaml that the repository's checks read. */
export interface WorkspaceSettings {
  readonly packages: readonly string[];
  readonly nodeVersion: string;
  readonly catalog: Readonly<Record<string, string>>;
  readonly catalogs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Reads pnpm-workspace.yaml and the package.json of each listed package. */
export async function readWorkspace(
  root: string,
): Promise<{ settings: WorkspaceSettings; packages: WorkspacePackage[] }> {
  const settings = parse(await readFile(join(root, "pnpm-workspace.yaml"), "utf8")) as WorkspaceSettings;
  const patterns = settings.packages.map((pattern) => `${pattern}/package.json`);
  const files = await Array.fromAsync(glob(["package.json", ...patterns], { cwd: root }));
  const packages = files.sort().map(async (file) => ({
    directory: dirname(file),
    manifest: JSON.parse(await readFile(join(root, file), "utf8")) as PackageManifest,
  }));
  return { settings, packages: await Promise.all(packages) };
}
