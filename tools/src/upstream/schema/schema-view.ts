import type { JsonObject } from "@np6/openapi-document";
import { childPointer, referenceTarget } from "@np6/openapi-document";
import { jsonObject } from "../document/json-object.ts";
import { referencePointer } from "../document/json-pointer.ts";

/** A schema object as it is written, and where. */
export interface SchemaPart {
  readonly pointer: string;
  readonly schema: JsonObject;
}

/**
 * A schema as a reader sees it: the objects that hold at once, because one refers to another or lists it in `allOf`.
 * They stay apart, so that each keyword can say where it was written.
 */
export interface SchemaView {
  /** The first one is the schema that was asked for. */
  readonly parts: readonly SchemaPart[];
  /** Pointers of the `oneOf`, `anyOf` and `discriminator` that led here: this is one of their alternatives. */
  readonly taken: ReadonlySet<string>;
}

/** A `$ref` that leads nowhere is no reason to stop: it is shown as the type of what it should have described. */
const unresolved = (reference: string): JsonObject => ({ type: `unresolved $ref "${reference}"` });

/**
 * Views the schema at a pointer. A schema that contains itself is followed once.
 * @param pointer - where the schema stands; nothing there means any value
 */
export function viewSchema(document: JsonObject, pointer: string): SchemaView {
  return { parts: schemaParts(document, pointer), taken: new Set() };
}

/** The objects that hold at once for the schema at a pointer, each once, the schema itself first. */
export function schemaParts(document: JsonObject, pointer: string): SchemaPart[] {
  const parts = new Map<string, SchemaPart>();
  collect(document, pointer, parts);
  return [...parts.values()];
}

function collect(document: JsonObject, pointer: string, parts: Map<string, SchemaPart>): void {
  if (parts.has(pointer)) return;
  const value = referenceTarget(document, pointer);
  const schema = jsonObject(value) ?? {};
  parts.set(pointer, { pointer, schema });
  if (typeof schema.$ref === "string") {
    const target = referencePointer(schema.$ref);
    if (target === undefined || referenceTarget(document, target) === undefined)
      parts.set(schema.$ref, { pointer, schema: unresolved(schema.$ref) });
    else collect(document, target, parts);
  }
  if (!Array.isArray(schema.allOf)) return;
  for (const index of schema.allOf.keys()) collect(document, childPointer(`${pointer}/allOf`, index), parts);
}
