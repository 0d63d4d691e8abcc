import { isJsonObject, type JsonObject, namedExamples } from "@np6/openapi-document";
import { exampleTitle } from "../markdown/example.ts";
import { jsonCode } from "../markdown/inline.ts";
import { textOf } from "../read/text-of.ts";
import { propertyItem } from "./schema-details.ts";

/**
 * A parameter, header or key, which reads like a property.
 * @param holder - something with a description and source of its own, and a schema in it
 * @param place - a sentence to go before the description
 */
export function heldValue(document: JsonObject, name: string, holder: JsonObject, place = ""): string {
  const { schema, description, deprecated, required, "x-source": source, "x-source-note": note } = holder;
  const asProperty = {
    ...(isJsonObject(schema) ? schema : {}),
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
