/** What it means that the date changed on which something deprecated goes. */
export interface SunsetChange {
  readonly bump: "minor" | "patch";
  /** What follows the name of the thing. */
  readonly message: string;
}

/**
 * Compares two dates of `x-sunset` (ISO 8601, so that they sort as text). An earlier one is a warning to everybody who planned with the
 * other; a later one, and none, ask nobody to do anything.
 */
export function sunsetChange(before: unknown, after: unknown): SunsetChange | undefined {
  if (before === after) return undefined;
  if (typeof after !== "string") return { bump: "patch", message: "has no date on which it goes any more." };
  if (typeof before !== "string") return { bump: "minor", message: `goes on ${after}.` };
  return after < before
    ? { bump: "minor", message: `goes earlier: on ${after}, not on ${before}.` }
    : { bump: "patch", message: `goes later: on ${after}, not on ${before}.` };
}
