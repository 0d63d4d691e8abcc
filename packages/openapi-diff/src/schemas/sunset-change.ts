/** The verdict on a changed removal date. */
export interface SunsetChange {
  readonly bump: "minor" | "patch";
  /** The message after the name of the deprecated object. */
  readonly message: string;
}

/**
 * Compares two dates of `x-sunset` (ISO 8601, so they sort as text). An earlier date warns everybody who planned with
 * the old one. A later or removed date requires no action.
 */
export function sunsetChange(before: unknown, after: unknown): SunsetChange | undefined {
  if (before === after) return undefined;
  if (typeof after !== "string") return { bump: "patch", message: "has no date on which it goes any more." };
  if (typeof before !== "string") return { bump: "minor", message: `goes on ${after}.` };
  return after < before
    ? { bump: "minor", message: `goes earlier: on ${after}, not on ${before}.` }
    : { bump: "patch", message: `goes later: on ${after}, not on ${before}.` };
}
