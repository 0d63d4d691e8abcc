import { DocumentError, isJsonObject, type JsonObject } from "@np6/openapi-document";
import { upgrade } from "@scalar/openapi-upgrader";
import { parse } from "yaml";

/**
 * Parses an OpenAPI 3 document, JSON or YAML, and converts version 3.0 to 3.1: `nullable` becomes a type.
 * @param source - origin of the text, for messages
 * @throws DocumentError when the text is neither, or no OpenAPI 3 document
 */
export function parseDocument(text: string, source: string): JsonObject {
  if (text.trim() === "")
    throw new DocumentError(`${source} is empty. Check that it is the vendor's bundle.`);
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) {
    throw new DocumentError(
      `${source} is a page (HTML or XML), not an OpenAPI document. Name the address of the bundle itself.`,
    );
  }
  const document = parseText(text, source);
  // Unquoted in YAML, 3.1 is a number.
  const version = String((isJsonObject(document) && document.openapi) || "");
  if (isJsonObject(document) && /^3(\.\d+)*$/.test(version) && isJsonObject(document.paths)) {
    return upgrade({ ...document, openapi: version }, "3.1") as JsonObject;
  }
  throw new DocumentError(
    `${source} is not an OpenAPI 3 document: it has ${describeVersion(document, version)}. Name the vendor's bundle.`,
  );
}

function describeVersion(document: unknown, version: string): string {
  if (!isJsonObject(document)) return "no object";
  if ("swagger" in document) return `Swagger ${document.swagger}`;
  if (version === "") return "no field `openapi`";
  return /^3(\.|$)/.test(version) ? "no `paths`" : `OpenAPI ${version}`;
}

function parseText(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSON is tried first, because the YAML parser also reads it, but far slower.
  }
  try {
    return parse(text, { merge: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    throw new DocumentError(`${source} is neither JSON nor YAML: ${reason}`, [], { cause });
  }
}
