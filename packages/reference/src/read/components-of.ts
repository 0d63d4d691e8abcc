import { asObject, describedAt, type JsonObject } from "@np6/openapi-document";

/** Lists the components of one kind, for example `schemas`, by name. */
export function componentsOf(
  document: JsonObject,
  sort: "schemas" | "securitySchemes",
): readonly (readonly [name: string, component: JsonObject])[] {
  return Object.entries(asObject(asObject(document.components)[sort]))
    .map(([name, value]) => [name, describedAt(document, value)] as const)
    .sort(([one], [other]) => one.localeCompare(other, "en"));
}
