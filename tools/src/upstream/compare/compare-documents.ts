import {
  addressOf,
  DocumentError,
  type EffectiveOperation,
  effectiveOperations,
  isJsonObject,
  type JsonObject,
  withoutSlash,
} from "@np6/openapi-document";
import { Comparison } from "./comparison.ts";
import { keyHeaders } from "./credentials.ts";
import { describeOperation } from "./describe-operation.ts";
import { type Described, member } from "./described.ts";
import { type Difference, onBoth, type Pair } from "./difference.ts";
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
 * @throws DocumentError when the vendor's document has nothing there, or is broken outside of its schemas
 */
export function compareDocuments(documents: Pair<JsonObject>): DocumentComparison {
  const prefixes = pathPrefixes(pathsOf(documents.curated));
  const read = onBoth(documents, (document, side) => readOperations(document, prefixes, side));
  if (read.vendor.length === 0) throw nothingThere(prefixes, pathsOf(documents.vendor));
  const comparison = new Comparison(documents);
  const servers = { vendor: "#/servers", curated: "#/servers" };
  comparison.compare(onBoth(documents, describeServers), servers, "the whole API");
  const keys = keyHeaders(documents.curated);
  const operations = onBoth(read, (all, side) =>
    all.map((operation) => {
      const title = `${operation.method} ${operation.path}`;
      const inside = describeOperation(documents[side], operation, keys);
      return member(
        "operation",
        [addressOf(operation), title],
        operation.operationPointer,
        "present",
        inside,
      );
    }),
  );
  comparison.compare(operations, { vendor: "#/paths", curated: "" }, "");
  const counts = onBoth(read, ({ length }) => length);
  return { prefixes, operations: counts, differences: comparison.differences };
}

function readOperations(
  document: JsonObject,
  prefixes: readonly string[],
  side: keyof Pair<unknown>,
): readonly EffectiveOperation[] {
  try {
    return effectiveOperations(document, "paths", (path) => isUnder(path, prefixes));
  } catch (cause) {
    if (!(cause instanceof DocumentError)) throw cause;
    const where = side === "vendor" ? "the vendor's document" : "the curated spec";
    const wayOut = "Mend it, or bundle the document into one file.";
    throw new DocumentError(`In ${where}: ${cause.message}. ${wayOut}`, [], { cause });
  }
}

function pathsOf({ paths }: JsonObject): string[] {
  return Object.keys(isJsonObject(paths) ? paths : {});
}

function nothingThere(prefixes: readonly string[], paths: readonly string[]): DocumentError {
  const areas = [
    ...new Set(
      paths.map((path) =>
        path
          .replace(/\/?\{.*$/, "")
          .split("/")
          .slice(0, 3)
          .join("/"),
      ),
    ),
  ];
  const shown = areas.slice(0, 12).join(", ") + (areas.length > 12 ? ", …" : "");
  return new DocumentError(
    `The vendor's document has no operation under ${prefixes.join(", ")}; it has ${shown || "no path at all"}. ` +
      "Check that this is the vendor's whole bundle; if the API has moved, change the paths in spec/.",
  );
}

function describeServers({ servers }: JsonObject): Described[] {
  const listed: readonly unknown[] = Array.isArray(servers) ? servers : [];
  return listed.map((server, index) => {
    const url = withoutSlash(String(Object(server).url));
    return member("server", [url, ""], `#/servers/${index}`, url);
  });
}
