/** The version and the tag that a branch is published under, to be tried out. */
export interface Snapshot {
  /** `0.0.0-<branch>-<commit>`: below every release, and in nobody's range. */
  readonly version: string;
  /** The registry's tag: `npm install @np6/api-client@<tag>`. Never `latest`. */
  readonly tag: string;
}

/**
 * Names a snapshot release of a branch.
 * @param branch - as git has it, such as `feature/New_nodes`
 * @param commit - its hash, at least seven hexadecimal digits
 * @throws Error when no version can be made of them
 */
export function snapshotVersion(branch: string, commit: string): Snapshot {
  const name = branch
    .toLowerCase()
    .replaceAll(/[^0-9a-z]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  if (name === "")
    throw new Error(`The branch "${branch}" has no letter or digit to name a snapshot after; rename it.`);
  if (!/^[0-9a-f]{7,40}$/.test(commit)) throw new Error(`"${commit}" is no hash of a commit.`);
  // A registry refuses a tag that could be a version range (`1-2`, `v3`, `x`), and `latest` is what everybody gets.
  const taken = name === "latest" || name === "x" || /^v?\d/.test(name);
  return { version: `0.0.0-${name}-${commit.slice(0, 7)}`, tag: taken ? `branch-${name}` : name };
}

/** Whether a version is one of a snapshot. */
export function isSnapshot(version: string): boolean {
  return /^0\.0\.0-.+-[0-9a-f]{7}$/.test(version);
}

/** The tag of a snapshot's version. */
export function snapshotTag(version: string): string {
  const [, branch = "", commit = ""] = /^0\.0\.0-(.+)-([0-9a-f]{7})$/.exec(version) ?? [];
  return snapshotVersion(branch, commit).tag;
}
