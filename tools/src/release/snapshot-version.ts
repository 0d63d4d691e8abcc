/** Version and tag under which a branch is published for tests. */
export interface Snapshot {
  /** `0.0.0-<branch>-<commit>`: below every release, and outside of every consumer's range. */
  readonly version: string;
  /** The registry's tag: `npm install @np6/api-client@<tag>`. Never `latest`. */
  readonly tag: string;
}

/**
 * Names a snapshot release of a branch.
 * @param branch - name in git, for example `feature/New_nodes`
 * @param commit - its hash, at least seven hexadecimal digits
 * @throws Error when they give no valid version
 */
export function snapshotVersion(branch: string, commit: string): Snapshot {
  const name = branch
    .toLowerCase()
    .replaceAll(/[^0-9a-z]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  if (name === "")
    throw new Error(`The branch "${branch}" has no letter or digit to name a snapshot after; rename it.`);
  if (!/^[0-9a-f]{7,40}$/.test(commit)) throw new Error(`"${commit}" is no hash of a commit.`);
  // A registry refuses tags that could be version ranges (`1-2`, `v3`, `x`); `latest` is the default tag.
  const isReserved = name === "latest" || name === "x" || /^v?\d/.test(name);
  return { version: `0.0.0-${name}-${commit.slice(0, 7)}`, tag: isReserved ? `branch-${name}` : name };
}

/** Whether a version belongs to a snapshot. */
export function isSnapshot(version: string): boolean {
  return /^0\.0\.0-.+-[0-9a-f]{7}$/.test(version);
}

/** Returns the tag of a snapshot's version. */
export function snapshotTag(version: string): string {
  const [, branch = "", commit = ""] = /^0\.0\.0-(.+)-([0-9a-f]{7})$/.exec(version) ?? [];
  return snapshotVersion(branch, commit).tag;
}
