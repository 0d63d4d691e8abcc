import type { JsonObject } from "@np6/openapi-document";
import { blocks, folded } from "../markdown/block.ts";
import { code, plain } from "../markdown/inline.ts";
import type { ReferenceMedia } from "../read/reference-answers.ts";
import { innerSchema, schemaDetails } from "./schema-details.ts";
import { typeLabel } from "./type-label.ts";

/**
 * Writes a body: its media type, its type, and one level of its fields.
 * @param open - whether its fields are expanded
 */
export function body(document: JsonObject, media: ReferenceMedia, open: boolean): string {
  const { name, schema } = innerSchema(document, media.schema);
  const hasInner =
    schema.properties !== undefined || schema.oneOf !== undefined || schema.allOf !== undefined;
  const what = schema.oneOf === undefined ? "Fields" : "Variants";
  const title = name === undefined ? what : `${what} of ${plain(name)}`;
  const details = hasInner ? schemaDetails(document, schema) : "";
  return blocks(
    `${code(media.mediaType)}: ${typeLabel(media.schema)}`,
    open || details === "" ? details : folded(title, details),
  );
}
