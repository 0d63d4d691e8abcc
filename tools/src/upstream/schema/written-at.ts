import type { SchemaView } from "./schema-view.ts";

/** Where a schema is written, behind what only refers to it. */
export function writtenAt({ parts }: SchemaView): string {
  return parts.find(({ schema }) => schema.$ref === undefined)?.pointer ?? "";
}
