import { join } from "node:path";
import { repositoryRoot } from "../repository/repository-root.ts";

/** Where `release pack` leaves what `release publish` publishes; ignored by git. */
export const releaseFolder: string = join(repositoryRoot, ".release");

/** A tarball that was packed and checked. */
export interface CheckedTarball {
  readonly name: string;
  readonly version: string;
  /** Path relative to the release folder. */
  readonly path: string;
  /** `sha256-` and the hash in base64. */
  readonly integrity: string;
}

/** What `release pack` packed and checked. */
export interface PackedRelease {
  /** The commit that was packed. */
  readonly commit: string;
  /** Each after those that it depends on. */
  readonly tarballs: readonly CheckedTarball[];
}

/** The file in the release folder that holds the PackedRelease, as JSON. */
export const packedReleaseFile: string = join(releaseFolder, "packed.json");

/**
 * The name of what belongs to a package's release in the folders `sbom` and `notes`, without an ending: `api-client-1.2.3`. The release
 * workflow makes it from a tag, `@np6/api-client@1.2.3`.
 */
export const releaseFileName = (name: string, version: string): string =>
  `${name.replace(/^@.*\//, "")}-${version}`;
