import {
  addressOf,
  DocumentError,
  type EffectiveOperation,
  effectiveOperations,
  isJsonObject,
  type JsonObject,
  withoutSlash,
} from "@np6/openapi-document";
import { UpstreamError } from "../upstream-error.ts";
import { compareOperations, titleOf } from "./compare-operations.ts";
import { Comparison } from "./comparison.ts";
import { keyHeaders } from "./credentials.ts";
import { type Difference, onBoth, type Pair, says } from "./difference.ts";
import { isUnder, pathPrefixes } from "./path-prefixes.ts";

/** What was compared, and what came out. */
export interface DocumentComparison {
  /** The parts of the API that the curated spec covers, as path prefixes. */
  readonly prefixes: readonly string[];
  /** How many operations each document has in them. */
  readonly operations: Pair<number>;
  readonly differences: readonly Difference[];
}

/**
 * Compares the vendor's document with the curated one, in the parts of the API that the curated one covers. Descriptions,
 * titles, examples, names of operations, tags and names of schemas are not compared.
 * @throws UpstreamError when the vendor's document has nothing there, or is broken outside of its schemas
 */
export function compareDocuments(documents: Pair<JsonObject>): DocumentComparison {
  const prefixes = pathPrefixes(pathsOf(documents.curated));
  const operations = onBoth(documents, (document, side) => readOperations(document, prefixes, side));
  if (operations.vendor.size === 0) throw nothingThere(prefixes, pathsOf(documents.vendor));
  const comparison = new Comparison(documents);
  comparison.members({
    fact: "server",
    of: onBoth(documents, serversOf),
    inside: { vendor: "#/servers", curated: "#/servers" },
    place: "the whole API",
    called: () => "",
    says: (pointer, _side, url) => says(pointer, url),
  });
  const keys = keyHeaders(documents.curated);
  comparison.members({
    fact: "operation",
    of: operations,
    inside: { vendor: "#/paths", curated: "" },
    place: "",
    called: titleOf,
    says: ({ operationPointer }) => says(operationPointer, "present"),
    both: (pair) => compareOperations(comparison, pair, keys),
  });
  return {
    prefixes,
    operations: onBoth(operations, ({ size }) => size),
    differences: comparison.differences,
  };
}

/** The operations of some parts of an API, by method and path without the names of its parameters. */
function readOperations(
  document: JsonObject,
  prefixes: readonly string[],
  side: keyof Pair<unknown>,
): ReadonlyMap<string, EffectiveOperation> {
  try {
    const operations = effectiveOperations(document, "paths", (path) => isUnder(path, prefixes));
    return new Map(operations.map((operation) => [addressOf(operation), operation]));
  } catch (cause) {
    if (!(cause instanceof DocumentError)) throw cause;
    const where = side === "vendor" ? "the vendor's document" : "the curated spec";
    throw new UpstreamError(`In ${where}: ${cause.message}. Mend it, or bundle the document into one file.`, {
      cause,
    });
  }
}

function pathsOf({ paths }: JsonObject): string[] {
  return Object.keys(isJsonObject(paths) ? paths : {});
}

function nothingThere(prefixes: readonly string[], paths: readonly string[]): UpstreamError {
  const areas = [
    ...new Set(paths.map((path) => /^(\/?[^/{]*){0,2}/.exec(path)?.[0].replace(/\/$/, "") ?? path)),
  ];
  const shown = areas.slice(0, 12).join(", ") + (areas.length > 12 ? ", …" : "");
  return new UpstreamError(
    `The vendor's document has no operation under ${prefixes.join(", ")}; it has ${shown || "no path at all"}. ` +
      "Check that this is the vendor's whole bundle; if the API has moved, change the paths in spec/.",
  );
}

/** Pointers by URL. */
function serversOf({ servers }: JsonObject): ReadonlyMap<string, string> {
  const listed: readonly unknown[] = Array.isArray(servers) ? servers : [];
  return new Map(
    listed.map((server, index) => [withoutSlash(String(Object(server).url)), `#/servers/${index}`]),
  );
}
