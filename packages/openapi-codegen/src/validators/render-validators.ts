import { type ApiDescription, type JsonObject, schemaUses, type TableWarning } from "@np6/openapi-document";
import { acceptsAnything } from "../schema-types/described-together.ts";
import { compileValidators } from "./compile-validators.ts";
import { type DescribedBody, listBodies } from "./list-bodies.ts";
import { SchemaLibrary } from "./schema-library.ts";

/** The validators of a document, as source. */
export interface RenderedValidators {
  readonly source: string;
  readonly warnings: readonly TableWarning[];
}

/**
 * Writes validators of the JSON bodies of a bundled document as TypeScript source without imports: for request bodies
 * by media type, and for success responses by status and media type.
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
  const source = `// @ts-nocheck Ajv generated the functions at the end, without types; the exports have types.
${TYPES}
/** Validators by operation. A body whose schema accepts everything has none. */
export const validators: Readonly<Record<string, OperationValidators>> = ${emitObject(operations)};

/** Names of all properties in the schemas. */
export const propertyNames: ReadonlySet<string> = new Set([
${names}]);

${functions}
`;
  return { source, warnings };
}

const TYPES = `
/** A rule that a value breaks, as Ajv reports it. */
export interface BrokenRule {
  /** JSON Pointer (RFC 6901) to the value in the body. */
  readonly instancePath: string;
  /** The keyword of JSON Schema. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
  /** The property name that breaks the rule, if the rule is about names. */
  readonly propertyName?: string;
}

/** Checks a parsed body. If the result is \`false\`, \`errors\` lists the broken rules until the next call. */
export interface BodyValidator {
  (body: unknown): boolean;
  readonly errors?: readonly BrokenRule[] | null;
}

/** The validators of an operation. */
export interface OperationValidators {
  /** Validators of request bodies, by media type. */
  readonly requestBody: Readonly<Record<string, BodyValidator>>;
  /** Validators of success responses, by status (\`200\`, \`2XX\`, \`default\`) and media type. */
  readonly responses: Readonly<Record<string, Readonly<Record<string, BodyValidator>>>>;
}
`;

function emitObject(entries: readonly (readonly [string, string])[]): string {
  if (entries.length === 0) return "{}";
  // As a plain key, __proto__ would set the prototype of the object instead of a member.
  const key = (name: string) => (name === "__proto__" ? '["__proto__"]' : JSON.stringify(name));
  return `{\n${entries.map(([name, value]) => `${key(name)}: ${value},\n`).join("")}}`;
}
