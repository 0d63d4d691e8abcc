import type { Bump } from "@np6/openapi-diff";
import { major } from "semver";

/**
 * Turns the bump that a change deserves into the one that the release gets. Below 1.0.0 the middle number stands for
 * what breaks, since `^0.1.0` in a consumer's package.json takes 0.1.1 and not 0.2.0. Major becomes minor, and
 * everything else that is a change becomes patch.
 * @param version - the last released version
 */
export function releaseBump(deserved: Bump, version: string): Bump {
  if (major(version) > 0 || deserved === "none") return deserved;
  return deserved === "major" ? "minor" : "patch";
}
