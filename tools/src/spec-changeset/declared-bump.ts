import { type Bump, largestBump } from "@np6/openapi-diff";
import { diff } from "semver";

/** The part of a changeset that is read here. */
export interface Changeset {
  readonly id: string;
  readonly releases: readonly { readonly name: string; readonly type: Bump }[];
}

/** The packages with content generated from the document; they always have the same version. */
export const specPackages: readonly string[] = ["@np6/api-types", "@np6/api-client", "@np6/api-mock"];

/**
 * Returns the bump declared since the last release: by pending changesets, and by a raised version that is not released
 * yet.
 * @param released - the last released version
 * @param current - the version in the packages' package.json
 */
export function declaredBump(changesets: readonly Changeset[], released: string, current: string): Bump {
  const pending = changesets.flatMap(({ releases }) =>
    releases.filter(({ name }) => specPackages.includes(name)).map(({ type }) => type),
  );
  return largestBump([...pending, versionBump(released, current)]);
}

function versionBump(released: string, current: string): Bump {
  const difference = diff(released, current);
  if (difference === "major" || difference === "minor" || difference === "patch") return difference;
  return difference === null ? "none" : "patch";
}
