import {
  asList,
  inJsonSchema2020,
  isJsonObject,
  type JsonObject,
  type JsonType,
  jsonTypeOf,
  referenceTarget,
} from "@np6/openapi-document";
import { commonStrings, eitherStrings, type Strings } from "./strings.ts";

/** A superset of the values that a schema accepts. */
export interface Traits {
  /** Their types; `undefined` for any type. */
  readonly types: ReadonlySet<JsonType> | undefined;
  /** The possible strings. */
  readonly strings: Strings;
}

/** A superset of the objects that a schema accepts. */
export interface ObjectTraits extends Traits {
  /** Members that every object has. */
  readonly required: ReadonlySet<string>;
  /** Traits of the members, if present. */
  readonly members: ReadonlyMap<string, Traits>;
}

const ANYTHING: ObjectTraits = {
  types: undefined,
  strings: { but: new Set() },
  required: new Set(),
  members: new Map(),
};

/**
 * Reads the traits of a schema, through `$ref`, allOf, oneOf and anyOf.
 *
 * @param visited references on the way here; a schema that contains itself adds nothing more
 */
export function schemaTraits(
  document: JsonObject,
  schema: unknown,
  visited: readonly string[] = [],
  withMembers = true,
): ObjectTraits {
  if (!isJsonObject(schema)) return ANYTHING;
  const { $ref, allOf, oneOf, anyOf, properties, ...own } = inJsonSchema2020(document, schema);
  const read = (part: unknown, path = visited) => schemaTraits(document, part, path, withMembers);
  const members = Object.entries(isJsonObject(properties) && withMembers ? properties : {}).map(
    ([name, member]) => [name, schemaTraits(document, member, visited, false)] as const,
  );
  const all: ObjectTraits[] = [{ ...ownTraits(own), members: new Map(members) }];
  if (typeof $ref === "string" && $ref.startsWith("#/") && !visited.includes($ref)) {
    all.push(read(referenceTarget(document, $ref), [...visited, $ref]));
  }
  if (Array.isArray(allOf)) all.push(...allOf.map((part) => read(part)));
  for (const arms of [oneOf, anyOf]) {
    if (Array.isArray(arms) && arms.length > 0) all.push(arms.map((arm) => read(arm)).reduce(either));
  }
  return all.reduce(both);
}

function ownTraits(schema: JsonObject): Omit<ObjectTraits, "members"> {
  const { not, required } = schema;
  const values = valuesOf(schema);
  const refused = isJsonObject(not) && Object.keys(not).length === 1 ? valuesOf(not) : undefined;
  return {
    types: typesOf(schema.type) ?? (values && new Set(values.map(jsonTypeOf))),
    strings: values === undefined ? { but: stringsAmong(refused ?? []) } : { only: stringsAmong(values) },
    required: new Set(asList(required).map(String)),
  };
}

function valuesOf(schema: JsonObject): readonly unknown[] | undefined {
  if (Object.hasOwn(schema, "const")) return [schema.const];
  return Array.isArray(schema.enum) ? schema.enum : undefined;
}

function stringsAmong(values: readonly unknown[]): ReadonlySet<string> {
  return new Set(values.filter((value) => typeof value === "string"));
}

function typesOf(type: unknown): ReadonlySet<JsonType> | undefined {
  if (type === undefined) return undefined;
  const types: unknown[] = Array.isArray(type) ? type : [type];
  return new Set(types.map((one) => (one === "integer" ? "number" : (one as JsonType))));
}

/** Traits of the values that satisfy both. */
function both(a: ObjectTraits, b: ObjectTraits): ObjectTraits {
  const names = new Set([...a.members.keys(), ...b.members.keys()]);
  return {
    ...bothValues(a, b),
    required: new Set([...a.required, ...b.required]),
    members: new Map(
      [...names].map((name) => [
        name,
        bothValues(a.members.get(name) ?? ANYTHING, b.members.get(name) ?? ANYTHING),
      ]),
    ),
  };
}

function bothValues(a: Traits, b: Traits): Traits {
  const { types } = a;
  return {
    types: types && b.types ? new Set([...types].filter((type) => b.types?.has(type))) : (types ?? b.types),
    strings: commonStrings(a.strings, b.strings),
  };
}

/** Traits of the values that satisfy one of them. */
function either(a: ObjectTraits, b: ObjectTraits): ObjectTraits {
  const names = [...a.members.keys()].filter((name) => b.members.has(name));
  return {
    ...eitherValues(a, b),
    required: new Set([...a.required].filter((name) => b.required.has(name))),
    members: new Map(
      names.map((name) => [
        name,
        eitherValues(a.members.get(name) ?? ANYTHING, b.members.get(name) ?? ANYTHING),
      ]),
    ),
  };
}

function eitherValues(a: Traits, b: Traits): Traits {
  return {
    types: a.types && b.types && new Set([...a.types, ...b.types]),
    strings: eitherStrings(a.strings, b.strings),
  };
}
