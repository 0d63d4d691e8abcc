import type { JsonObject } from "@np6/openapi-document";
import { jsonObject, membersOf } from "./json-object.ts";

/** The headers that a document's security schemes send a key in, in lower case. */
export function keyHeaders(document: JsonObject): ReadonlySet<string> {
  const schemes = membersOf(jsonObject(document.components)?.securitySchemes);
  const headers = schemes
    .map(([, scheme]) => jsonObject(scheme))
    .filter((scheme) => scheme?.type === "apiKey" && scheme.in === "header")
    .map((scheme) => String(scheme?.name).toLowerCase());
  return new Set(headers);
}

/**
 * What an operation wants to know of its caller, in one sentence that does not depend on how it is written: as security
 * schemes, or, as the vendor does, as a header parameter of each operation.
 * @param parameters - the header parameters that carry a key
 * @returns such as `header x-key`; alternatives are joined by `or`; `nothing` when there are none
 */
export function describeCredentials(
  document: JsonObject,
  operation: JsonObject,
  parameters: readonly JsonObject[],
): string {
  const security = operation.security ?? document.security;
  const requirements: readonly unknown[] = Array.isArray(security) ? security : [];
  const carried = parameters.map(
    ({ name, required }) => `header ${String(name).toLowerCase()}${required === true ? "" : " (optional)"}`,
  );
  const alternatives = (requirements.length === 0 ? [{}] : requirements).map((requirement) => {
    const schemes = membersOf(requirement).map(([name]) => describeScheme(document, name));
    return [...new Set([...schemes, ...carried])].sort().join(" and ") || "nothing";
  });
  return [...new Set(alternatives)].sort().join(" or ");
}

function describeScheme(document: JsonObject, name: string): string {
  const scheme = jsonObject(jsonObject(jsonObject(document.components)?.securitySchemes)?.[name]);
  if (scheme?.type === "apiKey") return `${scheme.in} ${String(scheme.name).toLowerCase()}`;
  return scheme?.type === "http" ? `http ${scheme.scheme}` : String(scheme?.type ?? `scheme ${name}`);
}
