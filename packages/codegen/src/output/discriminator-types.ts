import type { JsonObject } from "../is-record.ts";
import { discriminatedUnions, openUnions } from "./discriminated-unions.ts";

/**
 * Writes a type for the values that tell the variants of each union apart: `PetKind` for the `kind` of a `Pet`. Left out
 * when a schema has that name already.
 *
 * @param names type names by schema
 */
export function discriminatorTypes(document: JsonObject, names: ReadonlyMap<string, string>): string {
  const taken = new Set(names.values());
  const closed = [...discriminatedUnions(document)].map(([schema, { property }]) => ({ schema, property }));
  return [...openUnions(document), ...closed]
    .map(({ schema, property }) => {
      const union = names.get(schema) ?? schema;
      const name = `${union}${property.charAt(0).toUpperCase()}${property.slice(1)}`;
      if (taken.has(name) || !/^[\w$]+$/.test(name)) return "";
      return `\n/** What \`${property}\` of a {@link ${union}} can be. */\nexport type ${name} = ${union}["${property}"];\n`;
    })
    .join("");
}
