import { asObject, type JsonObject } from "@np6/openapi-document";
import { freeName, identifierOf, isIdentifier } from "./identifier.ts";

/**
 * Names that schemas cannot have. The files declare or use the first ones. TypeScript 5.4, 5.9 or 7 refuses the others
 * as the name of an interface or alias (tried with each word of the compiler).
 */
const TAKEN = new Set(
  (
    "paths webhooks components operations $defs Unrecognized UnrecognizedNumber unrecognized Array Blob Exclude Extract " +
    "NonNullable Omit Partial Pick Promise Readonly ReadonlyArray Record Required WithRequired OneOf XOR Without " +
    "any as await bigint boolean break case catch class const continue debugger default delete do else enum export extends " +
    "false finally for function if implements import in infer instanceof interface intrinsic keyof let never new null number " +
    "object package private protected public readonly return static string super switch symbol this throw true try type " +
    "typeof undefined unique unknown var void while with yield"
  ).split(" "),
);

/**
 * Chooses an exported type name for each schema: the schema's own name if possible, otherwise its capitalized words
 * (`simple-user` becomes `SimpleUser`). A taken name gets the suffix `Schema`, and also a number if necessary.
 */
export function typeNamesFor(schemas: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(TAKEN);
  // Valid identifiers are first, so that they keep their names whatever other schemas exist.
  const ordered = [...schemas].sort((a, b) => Number(isIdentifier(b)) - Number(isIdentifier(a)));
  const found = new Map<string, string>();
  for (const schema of ordered) {
    const wanted = isIdentifier(schema) ? schema : identifierOf(schema);
    const name = taken.has(wanted) ? freeName(`${wanted}Schema`, taken) : wanted;
    taken.add(name);
    found.set(schema, name);
  }
  return found;
}

/** Chooses the type names for the component schemas of a document. */
export function schemaTypeNames({ components }: JsonObject): ReadonlyMap<string, string> {
  return typeNamesFor(Object.keys(asObject(asObject(components).schemas)));
}
