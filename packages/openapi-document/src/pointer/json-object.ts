/** An object read from JSON, of which nothing is known yet. */
export type JsonObject = { readonly [key: string]: unknown };

/** True when a value read from JSON is an object (not an array, not null). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
