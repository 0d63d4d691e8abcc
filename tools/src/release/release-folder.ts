import { join } from "node:path";
import { repositoryRoot } from "../repository/repository-root.ts";
import type { CheckedTarball } from "./complete-plan.ts";

/** Where `release:pack` leaves what `release:publish` publishes; ignored by git. */
export const releaseFolder: string = join(repositoryRoot, ".release");

/** What `release:pack` packed and checked. */
export interface PackedRelease {
  /** The commit that was packed. */
  readonly commit: string;
  readonly tarballs: readonly CheckedTarball[];
}

/** The file in the release folder that holds the PackedRelease, as JSON. */
export const packedReleaseFile: string = join(releaseFolder, "packed.json");
