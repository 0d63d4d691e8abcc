import { isJsonObject, type JsonObject } from "@np6/openapi-document";

/** A parameter or header as a schema, so that it reads like a property: its own description and source win. */
export function asProperty(holder: JsonObject): JsonObject {
  const schema = isJsonObject(holder.schema) ? holder.schema : {};
  const { description, deprecated, "x-source": source, "x-source-note": note } = holder;
  return { ...schema, description, deprecated, "x-source": source, "x-source-note": note };
}
