import type { JsonObject } from "../pointer/json-object.ts";
import type { ObjectName } from "./object-rules.ts";

/** Finds a feature of OpenAPI 3.2 that this package does not support. */
export function unsupportedFeature(
  name: ObjectName,
  node: JsonObject,
): { readonly key: string; readonly reason: string } | undefined {
  if (name === "parameter" && node.in === "querystring") {
    const reason =
      'parameters in "querystring" (OpenAPI 3.2) are not supported; describe each parameter of the query with "in: query"';
    return { key: "in", reason };
  }
  const encoding = ["prefixEncoding", "itemEncoding"].find(
    (key) => name === "mediaType" && Object.hasOwn(node, key),
  );
  if (encoding !== undefined) {
    const reason = `${encoding} (OpenAPI 3.2) is not supported; name the parts of a form with "encoding", or leave it out`;
    return { key: encoding, reason };
  }
  if (name === "discriminator" && Object.hasOwn(node, "defaultMapping")) {
    const reason =
      "defaultMapping (OpenAPI 3.2) is not supported; add the schema for other values to the union, with a discriminator of `type: string, not: { enum: […] }`";
    return { key: "defaultMapping", reason };
  }
  return undefined;
}
