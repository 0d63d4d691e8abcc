import { isJsonObject, type JsonType } from "@np6/openapi-document";
import { CodegenError } from "../codegen-error.ts";

/** The JSON types of a value; `undefined` when nothing restricts them. */
export type Types = ReadonlySet<JsonType> | undefined;

/** Whether two sets have no type in common. */
export function isContradiction(types: Types, others: Types): boolean {
  return types !== undefined && [...types].every((type) => others?.has(type) === false || others?.size === 0);
}

/** Whether a schema accepts every value. */
export function acceptsAnything(schema: unknown): boolean {
  return schema === true || (isJsonObject(schema) && Object.keys(schema).length === 0);
}

/** Whether the first set contains all types of the second. */
export function includes(all: Types, some: ReadonlySet<JsonType>): boolean {
  return all === undefined || [...some].every((type) => all.has(type));
}

/** Returns the schemas of a list keyword. With a pointer, a value that is not a list causes an error. */
export function list(value: unknown, pointer?: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === undefined || pointer === undefined) return [];
  throw new CodegenError("expected a list of schemas", [{ pointer }]);
}
