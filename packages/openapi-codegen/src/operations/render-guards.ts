import type { JsonObject } from "@np6/openapi-document";
import { CodegenError } from "../codegen-error.ts";
import { type OpenUnion, openUnions } from "../schema-types/discriminated-unions.ts";
import { capitalWords, commentText, freeName } from "../text/identifier.ts";
import { schemaTypeNames } from "../text/type-name.ts";

/**
 * Writes TypeScript type guards for each union with a variant for unknown values. The guards separate known variants
 * from unknown ones; a list of the known values is exported too. (A single variant needs no guard: `value.type === "…"`
 * narrows.)
 *
 * @param typesModule specifier of the types file, from the guards file
 * @throws CodegenError when the document has no such union, because an empty file would go unnoticed
 */
export function renderGuards(document: JsonObject, typesModule: string): string {
  const unions = openUnions(document);
  if (unions.length === 0) {
    const reason =
      "no guards can be made: no schema is `oneOf` a discriminated union and a schema for the values that it does not know " +
      "(`type: string, not: { enum: […] }`); add one, or leave --guards out";
    throw new CodegenError(reason, [{ pointer: "#/components/schemas" }]);
  }
  const names = schemaTypeNames(document);
  const nameOf = (schema: string): string => names.get(schema) ?? schema;
  const used = unions.flatMap(({ schema, knownVariants, unknownVariant }) => [
    nameOf(schema),
    nameOf(knownVariants),
    nameOf(unknownVariant),
  ]);
  const imported = [...new Set([...used, "Unrecognized"])].sort();
  const taken = new Set([...imported, "unrecognized"]);
  const declare = (wanted: string): string => {
    const name = freeName(wanted, taken);
    taken.add(name);
    return name;
  };
  return [
    `import type {\n${imported.map((name) => `  ${name},\n`).join("")}} from ${JSON.stringify(typesModule)};\n`,
    unrecognized,
    ...unions.map((union) => guardsOf(union, nameOf, declare)),
  ].join("\n");
}

const unrecognized = `/**
 * Marks a string that the API description does not list as intended. It serves to send a variant or an enum value that is
 * newer than this package, or to read an undescribed field, as in \`workflow[unrecognized("newField")]\`.
 * @returns the same string
 */
export function unrecognized(value: string): Unrecognized {
  return value as Unrecognized;
}
`;

function guardsOf(
  { schema, property, known, knownVariants, unknownVariant }: OpenUnion,
  nameOf: (schema: string) => string,
  declare: (wanted: string) => string,
): string {
  const [union, knownUnion, unknown] = [nameOf(schema), nameOf(knownVariants), nameOf(unknownVariant)];
  const list = declare(`${union.charAt(0).toLowerCase()}${union.slice(1)}${capitalWords(property)}s`);
  const [isKnown, isUnknown] = [declare(`is${knownUnion}`), declare(`is${unknown}`)];
  const named = commentText(property);
  const values = known.map((value) => `  ${JSON.stringify(value)},\n`).join("");
  return `/** The values of \`${named}\` in a {@link ${knownUnion}}, in the order of the document. */
export const ${list} = [
${values}] as const;

/** Whether this version of the API description lists the \`${named}\`. */
export function ${isKnown}(value: ${union}): value is ${knownUnion} {
  return (${list} as readonly unknown[]).includes(value[${JSON.stringify(property)}]);
}

/** Whether this version of the API description does not list the \`${named}\`: it is new on the server, or missing. */
export function ${isUnknown}(value: ${union}): value is ${unknown} {
  return !${isKnown}(value);
}
`;
}
