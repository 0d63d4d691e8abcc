import type { JsonObject } from "@np6/openapi-document";

/**
 * Whether a part of a multipart body is binary: `format: binary` in OpenAPI 3.0, a `contentMediaType` without
 * `contentEncoding` in 3.1.
 */
export function isFile({ type, format, contentMediaType, contentEncoding }: JsonObject): boolean {
  const types: unknown[] = Array.isArray(type) ? type : [type ?? "string"];
  if (!types.includes("string")) return false;
  return format === "binary" || (typeof contentMediaType === "string" && contentEncoding === undefined);
}

/** Whether a binary part may also be passed as text. */
export function isTextFile({ format, contentMediaType }: JsonObject): boolean {
  return (
    format !== "binary" && /^(?:text\/|application\/(?:.*\+)?(?:json|xml)\b)/i.test(String(contentMediaType))
  );
}
