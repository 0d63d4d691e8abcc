import { type ApiDescription, type JsonObject, schemaUses, type TableWarning } from "@np6/openapi-document";
import { compileValidators } from "./compile-validators.ts";
import { type DescribedBody, listBodies } from "./list-bodies.ts";
import { SchemaLibrary } from "./schema-library.ts";

/** The validators of a document. */
export interface RenderedValidators {
  readonly source: string;
  readonly warnings: readonly TableWarning[];
}

/**
 * Writes validators of the JSON bodies of a bundled document as TypeScript source without imports. They are for request
 * bodies by media type, and for the bodies of successes by status and media type.
 *
 * @param table the operation table of the document
 * @throws CodegenError when a schema cannot be checked
 */
export function renderValidators(document: JsonObject, table: ApiDescription): RenderedValidators {
  const warnings: TableWarning[] = [];
  const library = new SchemaLibrary(document, schemaUses(document, table.mediaTypes), warnings);
  const ids = new Set<string>();
  const byMediaType = (bodies: readonly DescribedBody[], name: string): string =>
    emitObject(
      bodies.flatMap(({ mediaType, pointer }): [string, string][] => {
        const id = library.add(pointer, name);
        if (acceptsAnything(library.schemas.get(id))) return [];
        ids.add(id);
        return [[mediaType, id]];
      }),
    );
  const operations = listBodies(document, table).map(({ operation, requestBody, responses }) => {
    const request = byMediaType(requestBody, `${operation} request`);
    const answers = [...responses].map(([status, bodies]): [string, string] => [
      status,
      byMediaType(bodies, `${operation} response`),
    ]);
    return [
      operation,
      emitObject([
        ["requestBody", request],
        ["responses", emitObject(answers)],
      ]),
    ] as const;
  });
  const functions = compileValidators(library, [...ids], warnings);
  const names = [...library.propertyNames].map((name) => `${JSON.stringify(name)},\n`).join("");
  const source = `// @ts-nocheck The functions at the end are written by Ajv, without types; what is exported has types.
${TYPES}
/** By operation. A body whose schema accepts everything has no validator. */
export const validators: Readonly<Record<string, OperationValidators>> = ${emitObject(operations)};

/** The names of all properties that the schemas describe. */
export const propertyNames: ReadonlySet<string> = new Set([
${names}]);

${functions}
`;
  return { source, warnings };
}

function acceptsAnything(schema: unknown): boolean {
  return schema === true || JSON.stringify(schema) === "{}";
}

const TYPES = `
/** A rule that a value breaks, in Ajv's words. */
export interface BrokenRule {
  /** JSON Pointer (RFC 6901) to the value, in the body. */
  readonly instancePath: string;
  /** The keyword of JSON Schema. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
  /** Set when it is the name of a member of the value that breaks the rule. */
  readonly propertyName?: string;
}

/** Checks a parsed body; after \`false\`, \`errors\` says what is wrong, until the next call. */
export interface BodyValidator {
  (body: unknown): boolean;
  readonly errors?: readonly BrokenRule[] | null;
}

/** The validators of an operation. */
export interface OperationValidators {
  /** By media type. */
  readonly requestBody: Readonly<Record<string, BodyValidator>>;
  /** Those of successes, by status (\`200\`, \`2XX\`, \`default\`) and media type. */
  readonly responses: Readonly<Record<string, Readonly<Record<string, BodyValidator>>>>;
}
`;

function emitObject(entries: readonly (readonly [string, string])[]): string {
  if (entries.length === 0) return "{}";
  // Written as a plain key, __proto__ would set the prototype of the object instead of a member.
  const key = (name: string) => (name === "__proto__" ? '["__proto__"]' : JSON.stringify(name));
  return `{\n${entries.map(([name, value]) => `${key(name)}: ${value},\n`).join("")}}`;
}
