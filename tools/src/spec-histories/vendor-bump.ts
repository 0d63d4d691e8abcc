import type { Bump } from "@np6/openapi-diff";
import { diff } from "semver";

/**
 * Returns the largest bump that a vendor's version numbers allow for a step. Below 1.0.0 a minor version may break and
 * a patch may add, because `^0.x.y` means that.
 */
export function vendorBump(before: string, after: string): Bump {
  const step = diff(before, after)?.replace(/^pre/, "");
  if (step !== "major" && step !== "minor" && step !== "patch") return "none";
  if (!before.startsWith("0.")) return step;
  return step === "patch" ? "minor" : "major";
}
