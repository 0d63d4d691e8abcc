import { isJsonObject, type JsonObject } from "@np6/openapi-document";
import { identifierOf, isIdentifier } from "./identifier.ts";

/**
 * What the files declare beside the schemas, what their types are written with, and the words that TypeScript 5.4, 5.9 or 7
 * refuses as the name of an interface or an alias, or where one is referred to (tried with each word that a compiler knows).
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
 * The name of an exported type for each schema: the schema's own where it can be one, else its words in capitals
 * (`simple-user` is `SimpleUser`). A name that is taken gets `Schema` behind it, and a number when that is taken too.
 */
export function typeNamesFor(schemas: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(TAKEN);
  // Names that fit go first: they keep their name whatever stands beside them.
  const ordered = [...schemas].sort((a, b) => Number(isIdentifier(b)) - Number(isIdentifier(a)));
  const found = new Map<string, string>();
  for (const schema of ordered) {
    const wanted = isIdentifier(schema) ? schema : identifierOf(schema);
    const name =
      [wanted, `${wanted}Schema`].find((candidate) => !taken.has(candidate)) ?? numbered(wanted, taken);
    taken.add(name);
    found.set(schema, name);
  }
  return found;
}

/** The same for the component schemas of a document. */
export function schemaTypeNames({ components }: JsonObject): ReadonlyMap<string, string> {
  const schemas = isJsonObject(components) && isJsonObject(components.schemas) ? components.schemas : {};
  return typeNamesFor(Object.keys(schemas));
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${name}Schema${number}`)) number += 1;
  return `${name}Schema${number}`;
}
