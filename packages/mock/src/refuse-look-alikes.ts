import { isDeepStrictEqual } from "node:util";
import { isJsonObject, type JsonObject, resolveReference } from "@np6/openapi-document";
import type { Specification } from "./read-specification.ts";

/**
 * Refuses a document that Prism 5.16 would answer wrongly: when a request may come in two JSON media types, Prism takes
 * the schema of the first for both (it compares only what follows the `+`).
 *
 * @throws Error that names the operation, when the two schemas differ
 */
export function refuseLookAlikes(document: JsonObject, specification: Specification): void {
  const paths = resolveReference(document, document.paths);
  for (const { operationId, method, path } of specification.operations) {
    const operation = resolveReference(
      document,
      resolveReference(document, paths[path])[method.toLowerCase()],
    );
    const { content } = resolveReference(document, operation.requestBody);
    const [first, ...others] = Object.entries(isJsonObject(content) ? content : {}).filter(([mediaType]) =>
      specification.json.has(mediaType),
    );
    if (first === undefined) continue;
    for (const other of others) {
      const [one, two] = [first, other].map(([, value]) => resolveReference(document, value).schema);
      if (isDeepStrictEqual(one, two)) continue;
      throw new Error(
        `${operationId} takes ${first[0]} and ${other[0]} with different schemas; Prism would check both against the first. Declare one of them, or give both the same schema.`,
      );
    }
  }
}
