import type { JsonObject } from "@np6/openapi-document";
import { childPointer, referenceTarget } from "@np6/openapi-document";
import { jsonObject } from "../document/json-object.ts";
import { type SchemaPart, type SchemaView, schemaParts } from "./schema-view.ts";
import { subtypePointers } from "./subtype-pointers.ts";

/** A view with its alternatives taken apart. */
export interface SplitView extends SchemaView {
  /** Whether one of the alternatives was `null`. */
  readonly nullable: boolean;
  /** The object that has the alternatives; absent when there are none. */
  readonly carrier?: SchemaPart;
  /** The alternatives, each with what holds for all of them. */
  readonly members: readonly SchemaView[];
}

/**
 * Takes the first `oneOf` or `anyOf` of a view apart, or the subtypes of a `discriminator` that has neither. `null`
 * among the alternatives is taken out, and an alternative that is left alone without a discriminator is no alternative.
 */
export function splitAlternatives(document: JsonObject, view: SchemaView): SplitView {
  let { parts } = view;
  const taken = new Set(view.taken);
  let nullable = false;
  for (;;) {
    const found = findAlternatives(document, parts, taken);
    if (found === undefined) return { parts, taken, nullable, members: [] };
    for (const key of found.keys) taken.add(key);
    const pointers = found.pointers.filter((pointer) => !isNull(document, pointer));
    nullable ||= pointers.length < found.pointers.length;
    const [only, another] = pointers;
    if (only !== undefined && another === undefined && found.carrier.schema.discriminator === undefined) {
      parts = joined(parts, schemaParts(document, only));
      continue;
    }
    const members = pointers.map((pointer) => ({
      parts: joined(schemaParts(document, pointer), parts.map(structureOf)),
      taken,
    }));
    return { parts, taken, nullable, carrier: found.carrier, members };
  }
}

interface Alternatives {
  readonly carrier: SchemaPart;
  readonly pointers: readonly string[];
  /** What is used up by taking these alternatives apart. */
  readonly keys: readonly string[];
}

function findAlternatives(
  document: JsonObject,
  parts: readonly SchemaPart[],
  taken: ReadonlySet<string>,
): Alternatives | undefined {
  for (const carrier of parts) {
    const discriminator = `${carrier.pointer}/discriminator`;
    for (const keyword of ["oneOf", "anyOf"] as const) {
      const list = carrier.schema[keyword];
      const key = `${carrier.pointer}/${keyword}`;
      if (!Array.isArray(list) || taken.has(key)) continue;
      const pointers = [...list.keys()].map((index) => childPointer(key, index));
      return { carrier, pointers, keys: [key, discriminator] };
    }
    if (taken.has(discriminator)) continue;
    const pointers = subtypePointers(document, carrier);
    // Seen from a subtype, its base is no alternative.
    const isSubtype = parts.some(({ pointer }) => pointers.includes(pointer));
    if (pointers.length > 0 && !isSubtype) return { carrier, pointers, keys: [discriminator] };
  }
  return undefined;
}

function isNull(document: JsonObject, pointer: string): boolean {
  const schema = jsonObject(referenceTarget(document, pointer));
  if (schema?.type === "null" || schema?.const === null) return true;
  return Array.isArray(schema?.enum) && schema.enum.length > 0 && schema.enum.every((one) => one === null);
}

const structure: readonly string[] = [
  ...["$ref", "allOf", "oneOf", "anyOf", "discriminator"],
  ...["type", "properties", "required", "items", "additionalProperties"],
];

/** What an alternative takes over from the schema around it; that it is deprecated, say, is said of the whole. */
function structureOf({ pointer, schema }: SchemaPart): SchemaPart {
  const kept = Object.entries(schema).filter(([keyword]) => structure.includes(keyword));
  return { pointer, schema: Object.fromEntries(kept) };
}

function joined(first: readonly SchemaPart[], second: readonly SchemaPart[]): SchemaPart[] {
  return [...new Map([...first, ...second].map((part) => [part.pointer, part])).values()];
}
