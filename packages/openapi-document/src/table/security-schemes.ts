import { DocumentError } from "../pointer/document-error.ts";
import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { locateObject } from "../pointer/locate-object.ts";
import type { SecuritySchemeDescription } from "./api-description.ts";

const LOCATIONS = ["header", "query", "cookie"] as const;

/**
 * Describes the security schemes of a document as far as requests need them.
 *
 * @throws DocumentError when a scheme lacks a member that requests need
 */
export function securitySchemes(document: JsonObject): Record<string, SecuritySchemeDescription> {
  const { components } = document;
  if (!isJsonObject(components) || components.securitySchemes === undefined) return {};
  const pointer = "#/components/securitySchemes";
  const declared = locateObject(
    document,
    components.securitySchemes,
    pointer,
    "map of Security Scheme Objects",
  );
  return Object.fromEntries(
    Object.entries(declared.value).map(([name, node]) => {
      const at = childPointer(declared.pointer, name);
      const scheme = locateObject(document, node, at, "Security Scheme Object");
      return [name, describe(scheme.value, scheme.pointer)];
    }),
  );
}

function describe(scheme: JsonObject, pointer: string): SecuritySchemeDescription {
  switch (scheme.type) {
    case "apiKey": {
      const location = LOCATIONS.find((candidate) => candidate === scheme.in);
      if (location === undefined || typeof scheme.name !== "string") {
        const reason = `an apiKey scheme needs "in" (${LOCATIONS.join(", ")}) and "name"`;
        throw new DocumentError(reason, [{ pointer }]);
      }
      return { type: "apiKey", in: location, name: scheme.name };
    }
    case "http":
      if (typeof scheme.scheme !== "string") {
        throw new DocumentError('an http scheme needs "scheme", such as bearer', [{ pointer }]);
      }
      return { type: "http", scheme: scheme.scheme.toLowerCase() };
    case "oauth2":
    case "openIdConnect":
    case "mutualTLS":
      return { type: scheme.type };
    default:
      throw new DocumentError(unknownType(scheme.type), [{ pointer: childPointer(pointer, "type") }]);
  }
}

function unknownType(type: unknown): string {
  const found = type === undefined ? "missing" : JSON.stringify(type);
  return `the type of a security scheme is apiKey, http, oauth2, openIdConnect or mutualTLS; here it is ${found}`;
}
