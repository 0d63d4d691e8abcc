import { join } from "node:path";
import { repositoryRoot } from "../repository/repository-root.ts";

/** The folder with the output of `release pack`, which `release publish` publishes; git ignores it. */
export const releaseFolder: string = join(repositoryRoot, ".release");

/** A packed and checked tarball. */
export interface CheckedTarball {
  readonly name: string;
  readonly version: string;
  /** Path relative to the release folder. */
  readonly path: string;
  /** `sha256-` and the hash in base64. */
  readonly integrity: string;
}

/** The result of `release pack`. */
export interface PackedRelease {
  /** The commit that was packed. */
  readonly commit: string;
  /** Tarballs, each after its dependencies. */
  readonly tarballs: readonly CheckedTarball[];
}

/** The file of the release folder with the PackedRelease, as JSON. */
export const packedReleaseFile: string = join(releaseFolder, "packed.json");

/**
 * Returns the base name of a package's files in the folders `sbom` and `notes`: `api-client-1.2.3`. The release
 * workflow derives it from a tag, `@np6/api-client@1.2.3`.
 */
export const releaseFileName = (name: string, version: string): string =>
  `${name.replace(/^@.*\//, "")}-${version}`;
