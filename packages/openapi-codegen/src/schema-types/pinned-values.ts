import {
  appliedSchemas,
  asList,
  asObject,
  isJsonObject,
  type JsonObject,
  pointerTokens,
} from "@np6/openapi-document";
import { tsLiteral, tsPropertyIndex } from "openapi-typescript";
import ts from "typescript";
import { fieldOf, pinnedValues, schemaName } from "./discriminated-unions.ts";
import { unionOf } from "./type-nodes.ts";

const { factory } = ts;

/**
 * Writes the discriminator field of a schema that does not state its own value. The value is the schema's names in the
 * mapping or, without a mapping, its own name (OpenAPI 3.0.3, Discriminator Object).
 *
 * @param name name of a component schema
 * @param owner the schema with the discriminator
 * @returns an object type with that field; `undefined` when no value follows from the discriminator
 */
export function pinnedField(document: JsonObject, name: string, owner: JsonObject): ts.TypeNode | undefined {
  const { propertyName: property, mapping } = asObject(owner.discriminator);
  if (typeof property !== "string") return undefined;
  const reference = { $ref: referenceTo(name) };
  const field = fieldOf(document, reference, property);
  const own = pinnedValues(field);
  if (own?.length === 1) return undefined;
  const names = isJsonObject(mapping) ? valuesOf(document, name, mapping) : [name];
  const values = names.filter((value) => own === undefined || own.includes(value));
  if (values.length === 0 || (field !== undefined && !mayBeString(field))) return undefined;
  const type = unionOf(values.map((value) => tsLiteral(value)));
  const isRequired = appliedSchemas(document, reference).some(({ required }) =>
    asList(required).includes(property),
  );
  const optional = isRequired ? undefined : factory.createToken(ts.SyntaxKind.QuestionToken);
  return factory.createTypeLiteralNode([
    factory.createPropertySignature(undefined, tsPropertyIndex(property), optional, type),
  ]);
}

/** Lists the mapping values of a schema and of all schemas that include it by allOf. */
function valuesOf(document: JsonObject, name: string, mapping: JsonObject): string[] {
  return Object.entries(mapping)
    .filter(([, target]) => typeof target === "string" && isMadeOf(document, targetName(target), name, []))
    .map(([value]) => value);
}

function targetName(target: string): string {
  return target.includes("/") ? (pointerTokens(target).at(-1) ?? target) : target;
}

function isMadeOf(document: JsonObject, name: string, base: string, above: readonly string[]): boolean {
  if (name === base) return true;
  if (above.includes(name)) return false;
  const schemas = asObject(asObject(document.components).schemas);
  const schema = asObject(Object.hasOwn(schemas, name) ? schemas[name] : undefined);
  return asList(schema.allOf).some((part) => {
    const other = schemaName(part);
    return other !== undefined && isMadeOf(document, other, base, [...above, name]);
  });
}

function referenceTo(name: string): string {
  return `#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("%", "%25")}`;
}

function mayBeString({ type, $ref }: JsonObject): boolean {
  const types: unknown[] = Array.isArray(type) ? type : [type];
  return $ref !== undefined || type === undefined || types.includes("string");
}
