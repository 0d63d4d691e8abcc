import { asObject, type JsonObject, namedExamples } from "@np6/openapi-document";
import { exampleTitle } from "../markdown/example.ts";
import { jsonCode } from "../markdown/inline.ts";
import { textOf } from "../read/text-of.ts";
import { propertyItem } from "./schema-details.ts";

/**
 * Writes a parameter, header or key like a property.
 * @param holder - object with a description, a source and a schema
 * @param place - a sentence before the description
 */
export function heldValue(document: JsonObject, name: string, holder: JsonObject, place = ""): string {
  const { schema, description, deprecated, required, "x-source": source, "x-source-note": note } = holder;
  const asProperty = {
    ...asObject(schema),
    description: [place, textOf(description)].filter(Boolean).join(" "),
    deprecated,
    "x-sunset": holder["x-sunset"],
    "x-source": source,
    "x-source-note": note,
  };
  const examples = namedExamples(document, holder).map(
    (example) => `Example: ${jsonCode(example.value)}, ${exampleTitle(example)}`,
  );
  return propertyItem(document, name, asProperty, required === true, examples.join("\n\n"));
}
