import type { Difference } from "../compare/difference.ts";
import { type AcceptedDifference, accepts } from "./accepted-differences.ts";

/** A difference and its verdict. */
export interface JudgedDifference extends Difference {
  /**
   * `accepted`: a person accepted it, see `reason`. `known`: the curated spec has it from another source than the
   * vendor's reference, so the vendor's bundle cannot confirm it. `drift`: everything else.
   */
  readonly verdict: "drift" | "accepted" | "known";
  readonly reason?: string;
}

/** All differences, with their verdicts. */
export interface Judgement {
  readonly differences: readonly JudgedDifference[];
  /** Accepted differences that no longer exist. */
  readonly stale: readonly AcceptedDifference[];
}

/**
 * Judges differences. A fact that only the curated spec has is known if its grade is `observed` or `assumed`. With the
 * grade `reference`, or none, the vendor's bundle should have it. A fact of the bundle that is missing or different
 * here is always drift, because it settles an assumption.
 */
export function judgeDifferences(
  graded: readonly Difference[],
  accepted: readonly AcceptedDifference[],
): Judgement {
  const differences = graded.map((difference): JudgedDifference => {
    const entry = accepted.find((each) => accepts(each, difference));
    if (entry !== undefined) return { ...difference, verdict: "accepted", reason: entry.reason };
    const isFromElsewhere = difference.grade === "observed" || difference.grade === "assumed";
    return {
      ...difference,
      verdict: difference.relation === "curated only" && isFromElsewhere ? "known" : "drift",
    };
  });
  return {
    differences,
    stale: accepted.filter((entry) => !graded.some((candidate) => accepts(entry, candidate))),
  };
}
