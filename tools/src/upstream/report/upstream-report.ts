import type { JsonObject } from "@np6/openapi-document";
import type { DocumentComparison } from "../compare/compare-documents.ts";
import type { AcceptedDifference } from "./accepted-differences.ts";
import { type JudgedDifference, judgeDifferences } from "./judge-differences.ts";

/** A document that was compared. */
export interface ReportedDocument {
  /** File or address that it was read from. */
  readonly source: string;
  readonly title: string;
  readonly version: string;
  /** Operations in the compared parts of the API. */
  readonly operations: number;
}

/** What `--json` writes. */
export interface UpstreamReport {
  /** Whether anything wants doing: a difference that counts, or an accepted one that is none any more. */
  readonly drift: boolean;
  readonly vendor: ReportedDocument;
  readonly curated: ReportedDocument;
  /** The parts of the API that were compared. */
  readonly prefixes: readonly string[];
  readonly counts: Readonly<Record<"drift" | "accepted" | "known" | "stale", number>>;
  readonly differences: readonly JudgedDifference[];
  /** Accepted differences that are none any more. */
  readonly stale: readonly AcceptedDifference[];
}

/** A document and where it was read from. */
export interface ReadDocument {
  readonly source: string;
  readonly document: JsonObject;
}

/** Puts a comparison and its judgement together. */
export function createReport(
  vendor: ReadDocument,
  curated: ReadDocument,
  comparison: DocumentComparison,
  accepted: readonly AcceptedDifference[],
): UpstreamReport {
  const { differences, stale } = judgeDifferences(comparison.differences, accepted);
  const count = (verdict: JudgedDifference["verdict"]) =>
    differences.filter((difference) => difference.verdict === verdict).length;
  const counts = {
    drift: count("drift"),
    accepted: count("accepted"),
    known: count("known"),
    stale: stale.length,
  };
  return {
    drift: counts.drift > 0 || counts.stale > 0,
    vendor: describe(vendor, comparison.operations.vendor),
    curated: describe(curated, comparison.operations.curated),
    prefixes: comparison.prefixes,
    counts,
    differences,
    stale,
  };
}

function describe({ source, document }: ReadDocument, operations: number): ReportedDocument {
  const { title = "", version = "" } = Object(document.info);
  return { source, title: String(title), version: String(version), operations };
}
