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
 * Judges differences. What only the curated spec has is known, when it is graded `observed` or `assumed`. When it is
 * graded `reference`, or not at all, the vendor's bundle ought to have it. What the bundle has, or says otherwise,
 * always is drift: it settles what was assumed.
 */
export function judgeDifferences(
  found: readonly Difference[],
  accepted: readonly AcceptedDifference[],
): Judgement {
  const differences = found.map((one): JudgedDifference => {
    const entry = accepted.find((each) => accepts(each, one));
    if (entry !== undefined) return { ...one, verdict: "accepted", reason: entry.reason };
    const isFromElsewhere = one.grade === "observed" || one.grade === "assumed";
    return { ...one, verdict: one.relation === "curated only" && isFromElsewhere ? "known" : "drift" };
  });
  return { differences, stale: accepted.filter((entry) => !found.some((one) => accepts(entry, one))) };
}
