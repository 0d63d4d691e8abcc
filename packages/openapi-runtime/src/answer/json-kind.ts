/** Returns the type of a JSON value by its name in JSON Schema. */
export function jsonKind(
  value: unknown,
): "object" | "array" | "string" | "number" | "integer" | "boolean" | "null" {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value as "object" | "string" | "boolean";
}

/**
 * Whether a type is among the declared ones.
 * @param kinds - names joined by `|`
 */
export function isOneOf(kinds: string, kind: string): boolean {
  const allowed = kinds.split("|");
  return allowed.includes(kind) || (kind === "integer" && allowed.includes("number"));
}
