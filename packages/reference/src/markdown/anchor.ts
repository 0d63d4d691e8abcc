/** The kinds of link targets in the reference. */
type Place = "operation" | "schema" | "refusal" | "header";

const pages: Readonly<Record<Exclude<Place, "operation">, string>> = {
  schema: "schemas.md",
  refusal: "failures.md",
  header: "index.md",
};

/** Converts a name for use in a file name or anchor. */
const safe = (name: string): string => name.replaceAll(/[^\w.-]/g, "-");

/** Makes the id of a heading or row. Its prefix is necessary, because a schema may have the name of an operation. */
export function anchor(place: Exclude<Place, "operation">, name: string): string {
  return `${place}-${safe(name)}`;
}

/** Makes the target of a link from any page of the reference. */
export function linkTo(place: Place, name: string): string {
  return place === "operation" ? operationFile(name) : `${pages[place]}#${anchor(place, name)}`;
}

/** Returns the file name of an operation's page. */
export function operationFile(operationId: string): string {
  return `${safe(operationId)}.md`;
}
