import { isJsonObject, type JsonObject, resolveReference } from "@np6/openapi-document";
import type { Specification } from "../api/read-specification.ts";

/**
 * A copy of the document whose operations take no JSON. The mock checks JSON bodies itself and never shows them to Prism, which
 * would miss them. What else an operation takes stays, and need not come.
 */
export function withoutJsonRequests(document: JsonObject, { json }: Specification): JsonObject {
  const paths = Object.entries(resolveReference(document, document.paths)).map(([path, value]) => {
    if (!path.startsWith("/")) return [path, value];
    const item = Object.entries(resolveReference(document, value)).map(([key, operation]) => {
      if (!isJsonObject(operation) || operation.requestBody === undefined) return [key, operation];
      const { requestBody, ...others } = operation;
      const { content } = resolveReference(document, requestBody);
      const kept = Object.entries(isJsonObject(content) ? content : {}).filter(
        ([mediaType]) => !json.has(mediaType),
      );
      const body = kept.length === 0 ? {} : { requestBody: { content: Object.fromEntries(kept) } };
      return [key, { ...others, ...body }];
    });
    return [path, Object.fromEntries(item)];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}
