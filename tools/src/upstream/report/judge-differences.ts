import type { Difference } from "../compare/difference.ts";
import { type AcceptedDifference, accepts } from "./accepted-differences.ts";

/** A difference, and what it counts as. */
export interface JudgedDifference extends Difference {
  /**
   * `accepted`: somebody looked at it, see `reason`. `known`: the curated spec has it from another source than the
   * vendor's reference, which the vendor's bundle cannot confirm. `drift`: everything else.
   */
  readonly verdict: "drift" | "accepted" | "known";
  readonly reason?: string;
}

/** All differences, judged. */
export interface Judgement {
  readonly differences: readonly JudgedDifference[];
  /** Accepted differences that are none any more. */
  readonly stale: readonly AcceptedDifference[];
}

/**
 * Judges differences. What only the curated spec has is known, when it is graded `observed` or `assumed`; when it is
 * graded `reference`, or not at all, the vendor's bundle ought to have it. What the bundle has, or says otherwise,
 * always is drift: it settles what was assumed.
 */
export function judgeDifferences(
  differences: readonly Difference[],
  accepted: readonly AcceptedDifference[],
): Judgement {
  const judged = differences.map((difference): JudgedDifference => {
    const entry = accepted.find((one) => accepts(one, difference));
    if (entry !== undefined) return { ...difference, verdict: "accepted", reason: entry.reason };
    const elsewhere = difference.grade === "observed" || difference.grade === "assumed";
    return {
      ...difference,
      verdict: difference.relation === "curated only" && elsewhere ? "known" : "drift",
    };
  });
  const stale = accepted.filter((entry) => !differences.some((difference) => accepts(entry, difference)));
  return { differences: judged, stale };
}
