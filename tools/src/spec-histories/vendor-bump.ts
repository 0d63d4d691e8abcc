import type { Bump } from "@np6/openapi-diff";
import { diff } from "semver";

/**
 * What a vendor's version numbers promise about the step from one to the next.
 * Below 1.0.0 a minor version may break and a patch may add, since `^0.x.y` means that; both are told as what they allow at most.
 */
export function vendorBump(before: string, after: string): Bump {
  const step = diff(before, after)?.replace(/^pre/, "");
  if (step !== "major" && step !== "minor" && step !== "patch") return "none";
  if (!before.startsWith("0.")) return step;
  return step === "patch" ? "minor" : "major";
}
