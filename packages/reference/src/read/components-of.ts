import { describedAt, isJsonObject, type JsonObject } from "@np6/openapi-document";

/** Lists the components of one kind, for example `schemas`, by name. */
export function componentsOf(
  document: JsonObject,
  sort: "schemas" | "securitySchemes",
): readonly (readonly [name: string, component: JsonObject])[] {
  const components = isJsonObject(document.components) ? document.components : {};
  const named = components[sort];
  return Object.entries(isJsonObject(named) ? named : {})
    .map(([name, value]) => [name, describedAt(document, value)] as const)
    .sort(([one], [other]) => one.localeCompare(other, "en"));
}
