import type { JsonObject } from "@np6/openapi-document";
import { pointerTokens } from "@np6/openapi-document";
import { jsonObject } from "../document/json-object.ts";
import { foldParts } from "./fold-parts.ts";
import type { SchemaUnion } from "./schema-shape.ts";
import type { SchemaView } from "./schema-view.ts";
import { type SplitView, splitAlternatives } from "./split-alternatives.ts";
import { discriminatorMapping } from "./subtype-pointers.ts";

/** An alternative, and the values of the discriminator that a mapping gives it. */
interface Member {
  readonly view: SchemaView;
  readonly mapped: readonly string[];
}

/**
 * Gives each alternative the name that it has on the wire: the value of its discriminator, by mapping or by the
 * property's `const` or `enum`; without a discriminator, its type. Alternatives inside alternatives are laid out flat.
 */
export function nameVariants(document: JsonObject, split: SplitView): SchemaUnion {
  const members = layOut(document, split);
  const property = discriminatorProperty(document, split, members);
  const variants = new Map<string, SchemaView>();
  const unnamed: SchemaView[] = [];
  for (const { view, mapped } of members) {
    const names = mapped.length > 0 ? mapped : property === undefined ? [] : values(document, view, property);
    for (const name of names) variants.set(name, view);
    if (names.length === 0) unnamed.push(view);
  }
  // OpenAPI's default: where neither mapping nor values say it, a schema's own name is its discriminator.
  const implicit = split.carrier?.schema.discriminator !== undefined && variants.size === 0;
  const byName = implicit || (property !== undefined && unnamed.length > 1);
  if (property !== undefined && !byName) return { property, variants, rest: unnamed[0] };
  for (const view of unnamed) {
    const name = byName ? schemaName(view) : typeName(document, view);
    variants.set(variants.has(name) ? `${name} ${schemaName(view)}` : name, view);
  }
  return { property, variants, rest: undefined };
}

function layOut(document: JsonObject, { carrier, members }: SplitView): Member[] {
  const mapping = [...discriminatorMapping(document, carrier?.schema ?? {})];
  return members.flatMap((view) => {
    const pointers = view.parts.map(({ pointer }) => pointer);
    const target = pointers.find((pointer) => mapping.some(([, mapped]) => mapped === pointer));
    const mapped = mapping.filter(([, pointer]) => pointer === target).map(([value]) => value);
    const inner = splitAlternatives(document, view);
    const isSingle = mapped.length > 0 || inner.members.length === 0;
    return isSingle ? [{ view, mapped }] : layOut(document, inner);
  });
}

/** The property that the document names, or the first one that all have and that has known values in all but one. */
function discriminatorProperty(
  document: JsonObject,
  { carrier }: SplitView,
  members: readonly Member[],
): string | undefined {
  const named = jsonObject(carrier?.schema.discriminator)?.propertyName;
  if (typeof named === "string") return named;
  const folded = members.map(({ view }) => foldParts(document, view.parts));
  return [...(folded[0]?.properties.keys() ?? [])].find((name) => {
    if (!folded.every(({ properties }) => properties.has(name))) return false;
    const known = members.filter(({ view }) => values(document, view, name).length > 0);
    return known.length > 0 && known.length >= members.length - 1;
  });
}

/** The known values of a variant's discriminator, as text. */
function values(document: JsonObject, view: SchemaView, property: string): string[] {
  const schema = foldParts(document, view.parts).properties.get(property);
  const known = schema && foldParts(document, schema.parts).enumeration;
  return (known ?? []).map((value) => String(JSON.parse(value)));
}

function schemaName({ parts }: SchemaView): string {
  const named = parts.find(({ pointer }) => /^#\/components\/schemas\/[^/]+$/.test(pointer)) ?? parts[0];
  return pointerTokens(named?.pointer ?? "").at(-1) ?? "";
}

function typeName(document: JsonObject, view: SchemaView): string {
  const { types } = foldParts(document, view.parts);
  return types === undefined ? "any" : [...types].join("|");
}
