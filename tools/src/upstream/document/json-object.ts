import { isJsonObject, type JsonObject } from "@np6/openapi-document";

/** The value when it is a JSON object; neither an array nor `null` is one. */
export function jsonObject(value: unknown): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}

/** The members of a JSON object; none when the value is no object. */
export function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(jsonObject(value) ?? {});
}
