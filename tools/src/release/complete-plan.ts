import { isSnapshot, snapshotTag } from "./snapshot-version.ts";

/** A package of a publish plan, as `changeset publish-plan` writes it. */
export interface PlannedRelease {
  readonly kind: "publish" | "tag-only";
  readonly name: string;
  readonly version: string;
  readonly tag?: string;
}

/** What `changeset publish-plan --output` writes: releases in the order they must be published. */
export interface PublishPlan {
  readonly version: 1;
  readonly plan: readonly (readonly PlannedRelease[])[];
}

/** A tarball that was packed and checked. */
export interface CheckedTarball {
  readonly name: string;
  readonly version: string;
  /** Path relative to the plan's folder. */
  readonly path: string;
  /** `sha256-` and the hash in base64. */
  readonly integrity: string;
}

/**
 * Gives every release of a plan the tarball that was checked, so that nothing is packed again when a token is at hand, and a
 * snapshot its own tag.
 * @throws Error when a release was not packed, or the registry has no place for it
 */
export function completePlan(
  { version, plan }: PublishPlan,
  tarballs: readonly CheckedTarball[],
): PublishPlan {
  const complete = (release: PlannedRelease): PlannedRelease => {
    if (release.kind !== "publish") return release;
    const found = tarballs.find((one) => one.name === release.name && one.version === release.version);
    if (found === undefined) {
      throw new Error(
        `${release.name}@${release.version} is not in .release: pack this very commit first (npx pnpm@12.21.0 release:pack).`,
      );
    }
    const { path, integrity } = found;
    const tag = isSnapshot(release.version) ? snapshotTag(release.version) : release.tag;
    return {
      ...release,
      ...(tag === undefined ? {} : { tag }),
      tarball: { path, integrity },
    } as PlannedRelease;
  };
  return { version, plan: plan.map((chunk) => chunk.map(complete)) };
}
