import { isJsonObject, type JsonType } from "@np6/openapi-document";
import { CodegenError } from "../codegen-error.ts";

/** The types of JSON that a value may have; `undefined` when nothing says which. */
export type Types = ReadonlySet<JsonType> | undefined;

/** Whether no value has a type of both. */
export function isContradiction(types: Types, others: Types): boolean {
  return types !== undefined && [...types].every((type) => others?.has(type) === false || others?.size === 0);
}

/** Whether a schema accepts every value. */
export function acceptsAnything(schema: unknown): boolean {
  return schema === true || (isJsonObject(schema) && Object.keys(schema).length === 0);
}

/** Whether the one set of types has all of the other. */
export function includes(all: Types, some: ReadonlySet<JsonType>): boolean {
  return all === undefined || [...some].every((type) => all.has(type));
}

/** The parts of a list keyword. With a pointer, what is no list is refused. */
export function list(value: unknown, pointer?: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === undefined || pointer === undefined) return [];
  throw new CodegenError("expected a list of schemas", [{ pointer }]);
}
