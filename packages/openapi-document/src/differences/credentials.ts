import { asObject, isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { referenceTarget } from "../pointer/reference-target.ts";

const SCHEMES = "#/components/securitySchemes";

/** Lists the headers in which a document's security schemes send a key, in lower case. */
export function keyHeaders(document: JsonObject): ReadonlySet<string> {
  const schemes = Object.values(referenceTarget(document, SCHEMES) ?? {}).filter(isJsonObject);
  const headers = schemes.filter((scheme) => scheme.type === "apiKey" && scheme.in === "header");
  return new Set(headers.map(({ name }) => String(name).toLowerCase()));
}

/**
 * Describes the credentials that an operation requires. The text is the same whether the document declares security
 * schemes, as most do, or a header parameter for each operation.
 * @param parameters - the header parameters that carry a key
 * @returns for example `header x-key`; alternatives are joined by `or`; `nothing` when there are none
 */
export function describeCredentials(
  document: JsonObject,
  operation: JsonObject,
  parameters: readonly JsonObject[],
): string {
  const security = operation.security ?? document.security;
  const requirements: readonly unknown[] = Array.isArray(security) && security.length > 0 ? security : [{}];
  const carried = parameters.map(
    ({ name, required }) => `header ${String(name).toLowerCase()}${required === true ? "" : " (optional)"}`,
  );
  const alternatives = requirements.map((requirement) => {
    const schemes = Object.keys(asObject(requirement)).map((name) => describeScheme(document, name));
    return [...new Set([...schemes, ...carried])].sort().join(" and ") || "nothing";
  });
  return [...new Set(alternatives)].sort().join(" or ");
}

function describeScheme(document: JsonObject, name: string): string {
  const schemes = referenceTarget(document, SCHEMES);
  const scheme: unknown = isJsonObject(schemes) && Object.hasOwn(schemes, name) ? schemes[name] : undefined;
  if (!isJsonObject(scheme)) return `scheme ${name}`;
  if (scheme.type === "apiKey") return `${scheme.in} ${String(scheme.name).toLowerCase()}`;
  return scheme.type === "http" ? `http ${scheme.scheme}` : String(scheme.type);
}
