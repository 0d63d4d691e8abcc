import { type JsonObject, isJsonObject, resolveReference } from "@np6/openapi-document";

/** The first example of a parameter or media type object, by whichever of the two ways it is written. */
export function firstExample(document: JsonObject, holder: JsonObject): unknown {
  if (!isJsonObject(holder.examples)) return holder.example;
  return resolveReference(document, Object.values(holder.examples)[0]).value;
}
