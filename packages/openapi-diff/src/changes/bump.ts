/** The version bump that a change requires. `none` means that consumers get the same package. */
export type Bump = "none" | "patch" | "minor" | "major";

/** All bumps, the smallest first. */
export const bumps: readonly Bump[] = ["none", "patch", "minor", "major"];

/** Whether `bump` is at least as large as `than`. */
export function isAtLeast(bump: Bump, than: Bump): boolean {
  return bumps.indexOf(bump) >= bumps.indexOf(than);
}

/** Returns the largest bump; `none` for an empty list. */
export function largestBump(some: Iterable<Bump>): Bump {
  let largest: Bump = "none";
  for (const bump of some) if (isAtLeast(bump, largest)) largest = bump;
  return largest;
}
