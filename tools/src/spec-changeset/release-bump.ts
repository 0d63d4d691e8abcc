import type { Bump } from "@np6/openapi-diff";
import { major } from "semver";

/**
 * Converts the bump of a change into that of the release. Below 1.0.0, the minor number stands for breaks, because
 * `^0.1.0` includes 0.1.1 but not 0.2.0. So major becomes minor, and every other change becomes patch.
 * @param version - the last released version
 */
export function releaseBump(required: Bump, version: string): Bump {
  if (major(version) > 0 || required === "none") return required;
  return required === "major" ? "minor" : "patch";
}
