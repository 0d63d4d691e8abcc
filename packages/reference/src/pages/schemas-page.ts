import type { JsonObject } from "@np6/openapi-document";
import { anchor } from "../markdown/anchor.ts";
import { blocks } from "../markdown/block.ts";
import { plain } from "../markdown/inline.ts";
import { deprecation, source, sourceNote } from "../markdown/source.ts";
import { componentsOf } from "../read/components-of.ts";
import { textOf } from "../read/text-of.ts";
import { innerSchema, schemaDetails } from "../schema/schema-details.ts";
import { typeLabel } from "../schema/type-label.ts";

const introduction =
  "Every type of the API that has a name, with the grade of each fact. A list names the properties; what stands below one is about it.";

/** Writes the page with every named schema. */
export function schemasPage(document: JsonObject): string {
  const schemas = componentsOf(document, "schemas");
  return blocks(
    "# Schemas",
    introduction,
    ...schemas.map(([name, schema]) => schemaSection(document, name, schema)),
  );
}

/** Writes the section of a named schema. */
export function schemaSection(document: JsonObject, name: string, schema: JsonObject): string {
  const { schema: shown } = innerSchema(document, schema);
  const type = schema.oneOf === undefined ? typeLabel(schema) : "";
  return blocks(
    `## ${plain(name)} {#${anchor("schema", name)}}`,
    [type, deprecation(schema), source(schema)].filter(Boolean).join(" "),
    textOf(schema.description),
    sourceNote(schema),
    schemaDetails(document, shown),
  );
}
