import { isSnapshot, snapshotTag } from "./snapshot-version.ts";

/**
 * The registry's tag for a version. A release of a maintenance branch gets one of its own, so that `latest` never moves back.
 * @param version - to be published
 * @param latest - what the registry gives as `latest`; undefined when it has none
 * @returns `latest`, the branch of a snapshot, or `release-<line>.x`, where a line is a major or, below 1.0.0, a minor
 */
export function distTag(version: string, latest: string | undefined): string {
  if (isSnapshot(version)) return snapshotTag(version);
  if (latest === undefined || isSnapshot(latest) || isAbove(version, latest)) return "latest";
  const [major, minor] = version.split(".");
  return `release-${major === "0" ? `0.${minor}` : major}.x`;
}

/** Both without a prerelease: the only ones that this repository releases beside snapshots. */
function isAbove(version: string, other: string): boolean {
  return version.localeCompare(other, "en", { numeric: true }) > 0;
}
