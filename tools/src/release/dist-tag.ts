import { isSnapshot, snapshotTag } from "./snapshot-version.ts";

/**
 * Chooses the registry's tag for a version; releases of maintenance branches never move `latest` back.
 * @param version - the version to publish
 * @param latest - the registry's `latest`; undefined when it has none
 * @returns `latest`, the branch of a snapshot, or `release-<line>.x`; a line is a major or, below 1.0.0, a minor
 */
export function distTag(version: string, latest: string | undefined): string {
  if (isSnapshot(version)) return snapshotTag(version);
  if (latest === undefined || isSnapshot(latest) || isAbove(version, latest)) return "latest";
  const [major, minor] = version.split(".");
  return `release-${major === "0" ? `0.${minor}` : major}.x`;
}

/** Compares versions without a prerelease: this repository releases no others, except snapshots. */
function isAbove(version: string, base: string): boolean {
  return version.localeCompare(base, "en", { numeric: true }) > 0;
}
