/** A type of JSON values; `number` includes integers. */
export type JsonType = "object" | "array" | "string" | "number" | "boolean" | "null";

/** Returns the type of a JSON value. */
export function jsonTypeOf(value: unknown): JsonType {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : (typeof value as JsonType);
}
