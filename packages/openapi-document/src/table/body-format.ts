import type { SchemaShape } from "../schemas/schema-shape.ts";
import type { BodyFormat } from "./api-description.ts";

/** The format of a body, and whether the media type's name, the schema or neither decided it. */
export interface BodyFormatDecision {
  readonly format: BodyFormat;
  readonly decidedBy: "name" | "schema" | "nothing";
}

// type "/" subtype, both tokens of RFC 9110 5.6.2 ("*" is a token character, so ranges match too).
const MEDIA_TYPE = /^([!#$%&'*+.^_`|~\w-]+)\/([!#$%&'*+.^_`|~\w-]+)\s*(?:;|$)/;

// Media types that define their format without a structured syntax suffix.
const BY_NAME: Readonly<Record<string, BodyFormat>> = {
  "application/json": "json",
  "text/json": "json",
  "multipart/form-data": "form-data",
  "application/x-www-form-urlencoded": "url-encoded",
  "application/xml": "text",
  "application/xml-dtd": "text",
  "application/yaml": "text",
  "application/x-yaml": "text",
  "application/csv": "text",
  "application/x-ndjson": "text",
  "application/ndjson": "text",
  "application/jsonl": "text",
  "application/x-jsonlines": "text",
  "application/json-seq": "text",
  "application/javascript": "text",
  "application/x-javascript": "text",
  "application/graphql": "text",
  "application/sql": "text",
  "application/jwt": "text",
  "application/jose": "text",
  "application/x-pem-file": "text",
  "application/x-protobuf": "binary",
  "application/vnd.google.protobuf": "binary",
  "application/x-msgpack": "binary",
  "application/vnd.msgpack": "binary",
};

// Structured syntax suffixes (RFC 6839, RFC 8091, RFC 9512) and the format of their content.
const BY_SUFFIX: Readonly<Record<string, BodyFormat>> = {
  json: "json",
  "json-seq": "text",
  xml: "text",
  yaml: "text",
  jwt: "text",
};

/** Whether a string is a media type or a media range, parameters allowed. */
export function isMediaType(text: string): boolean {
  return MEDIA_TYPE.test(text);
}

/** Whether a media type is a range, such as `text/*`, which no body can be sent with. */
export function isMediaRange(text: string): boolean {
  return /^(?:\*|[^/]*)\/\*\s*(?:;|$)/.test(text);
}

/**
 * Decides the format of a body. Case and parameters of the media type are ignored.
 *
 * @param mediaType key of a `content` object
 * @param shape shape of its schema
 */
export function bodyFormat(mediaType: string, shape: SchemaShape): BodyFormatDecision {
  const match = MEDIA_TYPE.exec(mediaType.toLowerCase());
  const type = match?.[1] ?? "";
  const subtype = match?.[2] ?? "";
  const byName = formatByName(type, subtype);
  if (byName !== undefined) return { format: byName, decidedBy: "name" };
  if (!namesNoFormat(type, subtype) || shape === "unknown") return { format: "binary", decidedBy: "nothing" };
  // A vendor's media type does not define the format (RFC 6838 3.2 to 3.4), so the schema decides: OpenAPI describes
  // structured data in terms of JSON. A plain string is the body itself, as in the generated types.
  return { format: shape === "structured" ? "json" : shape, decidedBy: "schema" };
}

function formatByName(type: string, subtype: string): BodyFormat | undefined {
  const exact = `${type}/${subtype}`;
  if (Object.hasOwn(BY_NAME, exact)) return BY_NAME[exact];
  const plus = subtype.lastIndexOf("+");
  const suffix = plus === -1 ? "" : subtype.slice(plus + 1);
  if (Object.hasOwn(BY_SUFFIX, suffix)) return BY_SUFFIX[suffix];
  // An unknown suffix (+zip, +cbor, +gzip…) still means that the body is not plain JSON.
  if (suffix !== "" && type !== "text") return "binary";
  return type === "text" ? "text" : undefined;
}

/** Whether a media type is in the vendor, personal or unregistered tree, or is a range that includes them. */
function namesNoFormat(type: string, subtype: string): boolean {
  if (subtype === "*") return type === "*" || type === "application";
  return type === "application" && /^(?:vnd\.|prs\.|x\.|x-)/.test(subtype);
}
