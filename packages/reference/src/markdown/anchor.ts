/** The places of the reference that other places lead to. */
type Place = "operation" | "schema" | "refusal" | "header";

const pages: Readonly<Record<Exclude<Place, "operation">, string>> = {
  schema: "schemas.md",
  refusal: "failures.md",
  header: "index.md",
};

/** A name as a file or an anchor may be called. */
const safe = (name: string): string => name.replaceAll(/[^\w.-]/g, "-");

/** The id of a heading or row. Names are unique within their kind, but a schema may be called like an operation. */
export function anchor(place: Exclude<Place, "operation">, name: string): string {
  return `${place}-${safe(name)}`;
}

/** Where a link to a place leads, from any page of the reference. */
export function linkTo(place: Place, name: string): string {
  return place === "operation" ? operationFile(name) : `${pages[place]}#${anchor(place, name)}`;
}

/** The page of an operation. */
export function operationFile(operationId: string): string {
  return `${safe(operationId)}.md`;
}
