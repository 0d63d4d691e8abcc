import type { JsonObject } from "@np6/openapi-document";
import { discriminatedUnions, openUnions } from "../schema-types/discriminated-unions.ts";
import { capitalWords, commentText } from "../text/identifier.ts";

/**
 * Writes a type for the discriminator values of each union: `PetKind` for the `kind` of a `Pet`. It is left out when a
 * schema already has that name.
 *
 * @param names type names by schema
 */
export function discriminatorTypes(document: JsonObject, names: ReadonlyMap<string, string>): string {
  const taken = new Set(names.values());
  const closed = [...discriminatedUnions(document)].map(([schema, { property }]) => ({ schema, property }));
  return [...openUnions(document), ...closed]
    .map(({ schema, property }) => {
      const union = names.get(schema) ?? schema;
      const name = `${union}${capitalWords(property)}`;
      if (taken.has(name)) return "";
      taken.add(name);
      return `\n/** Values of \`${commentText(property)}\` in a {@link ${union}}. */\nexport type ${name} = ${union}[${JSON.stringify(property)}];\n`;
    })
    .join("");
}
