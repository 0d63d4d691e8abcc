import {
  DocumentError,
  type EffectiveOperation,
  effectiveOperations,
  factDifferences,
  isJsonObject,
  type JsonObject,
  keyHeaders,
} from "@np6/openapi-document";
import type { Difference, Pair } from "./difference.ts";
import { gradeDifferences } from "./grade-differences.ts";
import { isUnder, pathPrefixes } from "./path-prefixes.ts";

/** The result of a comparison. */
export interface DocumentComparison {
  /** The parts of the API that the curated spec covers, as path prefixes. */
  readonly prefixes: readonly string[];
  /** Numbers of operations in these parts, per document. */
  readonly operations: Pair<number>;
  readonly differences: readonly Difference[];
}

/**
 * Compares the vendor's document with the curated one, in the parts of the API that the curated one covers.
 * Descriptions, titles, examples, names of operations and schemas, and tags are ignored.
 * @throws DocumentError when the vendor's document has no such part, or is broken outside of its schemas
 */
export function compareDocuments(documents: Pair<JsonObject>): DocumentComparison {
  const { vendor, curated } = documents;
  const prefixes = pathPrefixes(pathsOf(curated));
  const vendorOperations = readOperations(vendor, prefixes, "the vendor's document");
  const curatedOperations = readOperations(curated, prefixes, "the curated spec");
  if (vendorOperations.length === 0) throw noOperations(prefixes, pathsOf(vendor));
  const sides = { left: vendor, right: curated };
  const facts = factDifferences(
    sides,
    { left: vendorOperations, right: curatedOperations },
    keyHeaders(curated),
  );
  const operations = { vendor: vendorOperations.length, curated: curatedOperations.length };
  return { prefixes, operations, differences: gradeDifferences(documents, facts) };
}

function readOperations(
  document: JsonObject,
  prefixes: readonly string[],
  name: string,
): readonly EffectiveOperation[] {
  try {
    return effectiveOperations(document, "paths", (path) => isUnder(path, prefixes));
  } catch (cause) {
    if (!(cause instanceof DocumentError)) throw cause;
    const fix = "Fix it, or bundle the document into one file.";
    throw new DocumentError(`In ${name}: ${cause.message}. ${fix}`, [], { cause });
  }
}

function pathsOf({ paths }: JsonObject): string[] {
  return Object.keys(isJsonObject(paths) ? paths : {});
}

function noOperations(prefixes: readonly string[], paths: readonly string[]): DocumentError {
  const areas = new Set(paths.map((path) => /^(?:\/[^/{]+){0,2}/.exec(path)?.[0] ?? path));
  const shown = [...areas].slice(0, 12).join(", ") + (areas.size > 12 ? ", …" : "");
  return new DocumentError(
    `The vendor's document has no operation under ${prefixes.join(", ")}; it has ${shown || "no path at all"}. ` +
      "Check that this is the vendor's whole bundle; if the API has moved, change the paths in spec/.",
  );
}
