import { CodegenError } from "../codegen-error.ts";
import { isRecord, type JsonObject } from "../is-record.ts";
import { childPointer } from "../json-pointer.ts";
import type { SecuritySchemeDescription } from "./api-description.ts";
import { resolveReference } from "./resolve-reference.ts";

const LOCATIONS = ["header", "query", "cookie"] as const;

/**
 * Describes the security schemes that the document declares, without what only documentation and consent pages need.
 *
 * @throws CodegenError when a scheme lacks what is needed to send it
 */
export function securitySchemes(document: JsonObject): Record<string, SecuritySchemeDescription> {
  const { components } = document;
  if (!isRecord(components) || components.securitySchemes === undefined) return {};
  const pointer = "#/components/securitySchemes";
  const declared = resolveReference(
    document,
    components.securitySchemes,
    pointer,
    "map of Security Scheme Objects",
  );
  return Object.fromEntries(
    Object.entries(declared.value).map(([name, node]) => {
      const at = childPointer(declared.pointer, name);
      const scheme = resolveReference(document, node, at, "Security Scheme Object");
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
        throw new CodegenError(reason, [{ pointer }]);
      }
      return { type: "apiKey", in: location, name: scheme.name };
    }
    case "http":
      if (typeof scheme.scheme !== "string") {
        throw new CodegenError('an http scheme needs "scheme", such as bearer', [{ pointer }]);
      }
      return { type: "http", scheme: scheme.scheme.toLowerCase() };
    case "oauth2":
    case "openIdConnect":
    case "mutualTLS":
      return { type: scheme.type };
    default:
      throw new CodegenError(unknownType(scheme.type), [{ pointer: childPointer(pointer, "type") }]);
  }
}

function unknownType(type: unknown): string {
  const found = type === undefined ? "missing" : JSON.stringify(type);
  return `the type of a security scheme is apiKey, http, oauth2, openIdConnect or mutualTLS; here it is ${found}`;
}
