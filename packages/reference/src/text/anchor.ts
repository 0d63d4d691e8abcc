/** The id of a place on the page. Names are unique within their kind, but a schema may be called like an operation. */
export function anchor(kind: "operation" | "schema" | "refusal" | "header" | "tag", name: string): string {
  return `${kind}-${name.replaceAll(/[^\w.-]/g, "-")}`;
}
