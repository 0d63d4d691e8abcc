import type { JsonObject } from "@np6/openapi-document";

/** Marks a fact by its source; empty for a fact of the vendor's reference. */
export function markOf(described: JsonObject): string {
  switch (described["x-source"]) {
    case "assumed":
      return "[undocumented: assumed]";
    case "observed":
      return "[undocumented: observed]";
    default:
      return "";
  }
}
