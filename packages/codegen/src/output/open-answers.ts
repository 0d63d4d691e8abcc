import { isRecord } from "../is-record.ts";
import { childPointer } from "../json-pointer.ts";
import { listOperations } from "../operation-table/list-operations.ts";
import { referenceTarget } from "../operation-table/reference-target.ts";
import { resolveReference } from "../operation-table/resolve-reference.ts";
import { undescribedField, unrecognizedNumber, unrecognizedString } from "./unrecognized.ts";

type MutableObject = Record<string, unknown>;

const SINGLE = ["items", "additionalProperties", "unevaluatedProperties", "contains"];
const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];
const MAPS = ["properties", "patternProperties"];

const reference = (marker: string): MutableObject => ({ $ref: `#/components/schemas/${marker}` });

/**
 * Opens the schemas of whatever a server can answer, in place, because a server is newer than the document one day:
 *
 * - an enum takes values that it does not list;
 * - an object that describes its fields and forbids no others has fields that nobody described.
 *
 * A schema that requests have too is opened for both, so that what was read can be sent back. One that only requests have
 * stays as the document says: what a caller writes is checked as closely as possible.
 */
export function openAnswers(document: MutableObject): void {
  const visited = new Set<unknown>();

  function visit(schema: unknown, closed: boolean): void {
    if (!isRecord(schema) || visited.has(schema)) return;
    visited.add(schema);
    if (typeof schema.$ref === "string" && schema.$ref.startsWith("#/")) {
      visit(referenceTarget(document, schema.$ref), closed);
    }
    // `unevaluatedProperties: false` closes what its parts leave open.
    const parts = closed || schema.unevaluatedProperties === false;
    for (const keyword of SINGLE) visit(schema[keyword], false);
    for (const keyword of LISTS) {
      const list = schema[keyword];
      if (Array.isArray(list)) for (const part of list) visit(part, parts);
    }
    for (const keyword of MAPS) {
      const map = schema[keyword];
      if (isRecord(map)) for (const part of Object.values(map)) visit(part, false);
    }
    openEnum(schema);
    if (!parts) openObject(schema);
  }

  for (const { operation, operationPointer } of listOperations(document, [])) {
    const { responses } = operation;
    if (!isRecord(responses)) continue;
    for (const [status, node] of Object.entries(responses)) {
      if (status.startsWith("x-")) continue;
      const at = childPointer(childPointer(operationPointer, "responses"), status);
      const { content } = resolveReference(document, node, at, "Response Object").value;
      if (!isRecord(content)) continue;
      for (const mediaType of Object.values(content)) if (isRecord(mediaType)) visit(mediaType.schema, false);
    }
  }
}

function openObject(schema: MutableObject): void {
  const described = isRecord(schema.properties) && Object.keys(schema.properties).length > 0;
  if (!described || "additionalProperties" in schema) return;
  schema.additionalProperties = reference(undescribedField);
}

/** A list of one value is a constant, such as a discriminator: it is not going to have another one. */
function openEnum(schema: MutableObject): void {
  const { enum: values, type, nullable } = schema;
  if (!Array.isArray(values) || values.length < 2 || "anyOf" in schema) return;
  const arms = [
    ...(values.some((value) => typeof value === "string") ? [reference(unrecognizedString)] : []),
    ...(values.some((value) => typeof value === "number") ? [reference(unrecognizedNumber)] : []),
  ];
  if (arms.length === 0) return;
  // OpenAPI 3.0 says null twice, and the outer schema goes on saying it.
  const listed = nullable === true ? values.filter((value) => value !== null) : values;
  delete schema.enum;
  delete schema.type;
  schema.anyOf = [{ ...(type === undefined ? {} : { type }), enum: listed }, ...arms];
}
