/** Returns a text of the document; empty when it is missing. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
