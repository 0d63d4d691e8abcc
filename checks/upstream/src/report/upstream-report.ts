import type { JsonObject } from "@np6/openapi-document";
import type { DocumentComparison } from "../compare/compare-documents.ts";
import type { Pair } from "../compare/difference.ts";
import type { AcceptedDifference } from "./accepted-differences.ts";
import { type JudgedDifference, type Judgement, judgeDifferences } from "./judge-differences.ts";

/** A compared document. */
export interface ReportedDocument {
  /** The file or address that it was read from. */
  readonly source: string;
  readonly title: string;
  readonly version: string;
  /** Number of operations in the compared parts of the API. */
  readonly operations: number;
}

/** The content of `--json`. */
export interface UpstreamReport extends Pair<ReportedDocument>, Judgement {
  /** Whether action is required: for a difference that counts, or an accepted one that no longer exists. */
  readonly drift: boolean;
  /** The compared parts of the API. */
  readonly prefixes: readonly string[];
  readonly counts: Readonly<Record<"drift" | "accepted" | "known" | "stale", number>>;
}

/** A document and its source. */
export interface ReadDocument {
  readonly source: string;
  readonly document: JsonObject;
}

/** Combines a comparison and its verdicts. */
export function createReport(
  read: Pair<ReadDocument>,
  { prefixes, operations, ...comparison }: DocumentComparison,
  accepted: readonly AcceptedDifference[],
): UpstreamReport {
  const { differences, stale } = judgeDifferences(comparison.differences, accepted);
  const count = (verdict: JudgedDifference["verdict"]) =>
    differences.filter((difference) => difference.verdict === verdict).length;
  const [drift, known] = [count("drift"), count("known")];
  const counts = { drift, accepted: count("accepted"), known, stale: stale.length };
  const vendor = describe(read.vendor, operations.vendor);
  const curated = describe(read.curated, operations.curated);
  return { drift: drift + stale.length > 0, vendor, curated, prefixes, counts, differences, stale };
}

function describe({ source, document }: ReadDocument, operations: number): ReportedDocument {
  const { title = "", version = "" } = Object(document.info);
  return { source, title: String(title), version: String(version), operations };
}
