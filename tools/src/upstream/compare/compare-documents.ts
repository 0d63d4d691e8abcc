import type { JsonObject } from "@np6/openapi-document";
import { keyHeaders } from "../document/credentials.ts";
import { jsonObject } from "../document/json-object.ts";
import { listOperations } from "../document/list-operations.ts";
import { pathPrefixes } from "../document/path-prefixes.ts";
import { UpstreamError } from "../upstream-error.ts";
import { compareMaps } from "./compare-maps.ts";
import { compareOperations } from "./compare-operations.ts";
import type { Difference } from "./difference.ts";
import type { Documents } from "./documents.ts";
import { mergeDifferences } from "./merge-differences.ts";
import { createSchemaComparison } from "./schemas/compare-schemas.ts";
import { stateDifference } from "./state-difference.ts";
import { lacks, says } from "./statement.ts";

/** What was compared, and what came out. */
export interface DocumentComparison {
  /** The parts of the API that the curated spec covers, as path prefixes. */
  readonly prefixes: readonly string[];
  /** How many operations each document has in them. */
  readonly operations: { readonly vendor: number; readonly curated: number };
  readonly differences: readonly Difference[];
}

/**
 * Compares the vendor's document with the curated one, in the parts of the API that the curated one covers. Descriptions,
 * titles, examples, names of operations, tags and names of schemas are not compared.
 * @throws UpstreamError when the vendor's document has nothing there, or a `$ref` outside a schema leads nowhere
 */
export function compareDocuments(documents: Documents): DocumentComparison {
  const { vendor, curated } = documents;
  const prefixes = pathPrefixes(pathsOf(curated));
  const keys = keyHeaders(curated);
  const there = naming("the vendor's document", () => listOperations(vendor, prefixes, keys));
  const here = naming("the curated spec", () => listOperations(curated, prefixes, keys));
  if (there.size === 0) throw nothingThere(prefixes, pathsOf(vendor));
  const comparison = createSchemaComparison(documents);
  const differences = compareMaps(
    there,
    here,
    (_name, operation, curatedOperation) => {
      const title = (curatedOperation ?? operation)?.title ?? "";
      return [
        stateDifference(documents, "operation", title, {
          vendor: operation ? says(operation.pointer, "present") : lacks("#/paths"),
          curated: curatedOperation ? says(curatedOperation.pointer, "present") : lacks(""),
        }),
      ];
    },
    (_name, operation, curatedOperation) => compareOperations(comparison, operation, curatedOperation),
  );
  return {
    prefixes,
    operations: { vendor: there.size, curated: here.size },
    differences: mergeDifferences([...compareServers(documents), ...differences]),
  };
}

function naming<T>(document: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof UpstreamError)) throw cause;
    throw new UpstreamError(`In ${document}: ${cause.message}`, { cause });
  }
}

function pathsOf(document: JsonObject): string[] {
  return Object.keys(jsonObject(document.paths) ?? {});
}

function nothingThere(prefixes: readonly string[], paths: readonly string[]): UpstreamError {
  const areas = [
    ...new Set(
      paths.map((path) =>
        path
          .split("/")
          .slice(0, 3)
          .join("/")
          .replace(/\/?\{.*$/, ""),
      ),
    ),
  ];
  const shown = areas.slice(0, 12).join(", ") + (areas.length > 12 ? ", …" : "");
  return new UpstreamError(
    `The vendor's document has no operation under ${prefixes.join(", ")}; it has ${shown || "no path at all"}. ` +
      "Check that this is the vendor's whole bundle; if the API has moved, change the paths in spec/.",
  );
}

function compareServers(documents: Documents): Difference[] {
  const servers = (document: JsonObject) =>
    new Map(
      (Array.isArray(document.servers) ? document.servers : []).map((server: unknown, index) => [
        String(jsonObject(server)?.url).replace(/\/+$/, ""),
        `#/servers/${index}`,
      ]),
    );
  return compareMaps(
    servers(documents.vendor),
    servers(documents.curated),
    (url, there, here) => [
      stateDifference(documents, "server", "the whole API", {
        vendor: there === undefined ? lacks("#/servers") : says(there, url),
        curated: here === undefined ? lacks("#/servers") : says(here, url),
      }),
    ],
    () => [],
  );
}
