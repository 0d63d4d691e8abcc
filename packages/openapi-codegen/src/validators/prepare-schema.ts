import {
  ANNOTATION_KEYWORDS,
  asList,
  asObject,
  childPointer,
  inJsonSchema2020,
  isDemanded,
  isJsonObject,
  type JsonObject,
  RULE_KEYWORDS,
  SCHEMA_KEYWORDS,
  SCHEMA_LIST_KEYWORDS,
  SCHEMA_MAP_KEYWORDS,
  type SchemaUses,
  type TableWarning,
} from "@np6/openapi-document";
import { CodegenError } from "../codegen-error.ts";
import { formatPatterns } from "./format-patterns.ts";
import { selectArms } from "./select-arms.ts";

/** A schema that contains rules only: JSON Schema 2020-12, and `select`. */
export type PreparedSchema = JsonObject | boolean;

/** The context in which schemas are prepared. */
export interface SchemaContext {
  readonly document: JsonObject;
  readonly uses: SchemaUses;
  /** Returns the id that replaces a `$ref`. */
  readonly refer: (reference: string, pointer: string) => string;
  /** Collects the names of all properties that the schemas describe or require. */
  readonly propertyNames: Set<string>;
  readonly warnings: TableWarning[];
}

/**
 * Prepares a schema of the document for Ajv: annotations are removed, and unions with distinguishable branches become
 * `select`.
 * - A `readOnly` property is required in responses only, a `writeOnly` one in requests only; with both uses, neither.
 * - `int32` and `int64` become bounds; other known formats are kept, and unknown ones are dropped.
 * @param whole for a part of an allOf: the schema that contains it
 * @throws CodegenError for a schema that cannot be checked: an unknown keyword, or a reference by anchor
 */
export function prepareSchema(
  schema: unknown,
  pointer: string,
  context: SchemaContext,
  whole: unknown = schema,
): PreparedSchema {
  if (typeof schema === "boolean") return schema;
  if (!isJsonObject(schema))
    throw new CodegenError("expected a schema: an object or a boolean", [{ pointer }]);
  const source = inJsonSchema2020(context.document, schema);
  const prepared: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(source)) {
    const at = childPointer(pointer, keyword);
    if (keyword === "$ref") prepared.$ref = context.refer(String(value), at);
    else if (SCHEMA_KEYWORDS.has(keyword)) prepared[keyword] = prepareSchema(value, at, context);
    else if (SCHEMA_LIST_KEYWORDS.has(keyword))
      prepared[keyword] = prepareList(value, at, context, keyword === "allOf" ? whole : undefined);
    else if (SCHEMA_MAP_KEYWORDS.has(keyword)) prepared[keyword] = prepareMap(value, at, context);
    else if (RULE_KEYWORDS.has(keyword)) prepared[keyword] = value;
    else if (!ANNOTATION_KEYWORDS.has(keyword) && !keyword.startsWith("x-")) {
      throw new CodegenError(unknownKeyword(keyword), [{ pointer: at }]);
    }
  }
  const { properties, required } = prepared;
  for (const name of Object.keys(asObject(properties))) context.propertyNames.add(name);
  for (const name of asList(required)) context.propertyNames.add(String(name));
  // Schemas under `not` have no use, so all their required properties stay required.
  const use = context.uses.get(schema);
  const demanded = (name: string): boolean =>
    use === undefined || isDemanded(context.document, name, [whole], use);
  if (Array.isArray(required)) prepared.required = required.filter(demanded);
  refuseAll(prepared);
  applyFormat(prepared);
  for (const union of ["oneOf", "anyOf"]) applySelection(prepared, union, source, pointer, context);
  return prepared;
}

function prepareList(value: unknown, pointer: string, context: SchemaContext, whole: unknown): unknown[] {
  if (!Array.isArray(value)) throw new CodegenError("expected a list of schemas", [{ pointer }]);
  return value.map((schema, index) =>
    prepareSchema(schema, childPointer(pointer, index), context, whole ?? schema),
  );
}

function prepareMap(value: unknown, pointer: string, context: SchemaContext): JsonObject {
  if (!isJsonObject(value)) throw new CodegenError("expected an object of schemas", [{ pointer }]);
  const entries = Object.entries(value).map(([name, schema]) => [
    name,
    prepareSchema(schema, childPointer(pointer, name), context),
  ]);
  return Object.fromEntries(entries);
}

function unknownKeyword(keyword: string): string {
  if (keyword.startsWith("$") || keyword === "id") {
    return `${keyword} cannot be followed when validators are made; refer to schemas by JSON Pointer, as in "#/components/schemas/Order"`;
  }
  return `"${keyword}" is no keyword of JSON Schema 2020-12 and would check nothing; correct it, or start its name with x-`;
}

/** Replaces an empty `enum`, which refuses everything, because Ajv generates no code for it. */
function refuseAll(prepared: Record<string, unknown>): void {
  if (!Array.isArray(prepared.enum) || prepared.enum.length > 0) return;
  delete prepared.enum;
  prepared.allOf = [...asList(prepared.allOf), false];
}

function applyFormat(prepared: Record<string, unknown>): void {
  const { format, type, minimum, maximum } = prepared;
  if (format === undefined || Object.hasOwn(formatPatterns, String(format))) return;
  delete prepared.format;
  if (format !== "int32" && format !== "int64") return;
  if (type === "number") prepared.type = "integer";
  if (format === "int64") return;
  prepared.minimum = Math.max(-(2 ** 31), typeof minimum === "number" ? minimum : -Infinity);
  prepared.maximum = Math.min(2 ** 31 - 1, typeof maximum === "number" ? maximum : Infinity);
}

function applySelection(
  prepared: Record<string, unknown>,
  union: string,
  source: JsonObject,
  pointer: string,
  { document, uses, warnings }: SchemaContext,
): void {
  const arms = source[union];
  if (!Array.isArray(arms)) return;
  const named = asObject(source.discriminator).propertyName;
  const property = typeof named === "string" ? named : undefined;
  const selection = selectArms(document, arms, property, (name, arm) =>
    isDemanded(document, name, [arm], uses.get(arm)),
  );
  if (selection !== undefined) {
    const others = asList(prepared.allOf);
    const { conditions, guard } = selection;
    prepared.allOf = [...others, { ...guard, select: prepared[union], selectBy: conditions }];
    delete prepared[union];
  } else if (property !== undefined) {
    const reason = `the arms of this ${union} cannot be told apart by "${property}", so a validator cannot say which one a value breaks; let each arm be of type object, require "${property}", and give it values of its own (const, enum, or "not" with those of the others)`;
    warnings.push({ kind: "arms that cannot be told apart", pointer: childPointer(pointer, union), reason });
  }
}
