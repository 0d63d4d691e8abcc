import type { JsonObject } from "@np6/openapi-document";

/** What a reader has to know of where a fact comes from; empty for what the vendor's reference says. */
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
