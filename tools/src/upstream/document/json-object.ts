/** A JSON object whose members are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value when it is a JSON object; neither an array nor `null` is one. */
export function jsonObject(value: unknown): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** The members of a JSON object; none when the value is no object. */
export function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(jsonObject(value) ?? {});
}
