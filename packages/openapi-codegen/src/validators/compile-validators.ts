import type { TableWarning } from "@np6/openapi-document";
import { Ajv2020, type SchemaObject } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { CodegenError } from "../codegen-error.ts";
import { adaptKeywords } from "./adapt-keywords.ts";
import { formatPatterns } from "./format-patterns.ts";
import { oldPatterns } from "./old-patterns.ts";
import type { PreparedSchema } from "./prepare-schema.ts";
import { selectKeyword } from "./select-keyword.ts";
import { tidyCode } from "./tidy-code.ts";

/** Maximum number of required properties or allowed values that are written out in the code. */
const WRITTEN_OUT = 250;

/** Prepared schemas by id, with their locations in the document. */
export interface SchemasToCompile {
  readonly schemas: ReadonlyMap<string, PreparedSchema>;
  readonly pointers: ReadonlyMap<string, string>;
  /** Names of all properties in the schemas. */
  readonly propertyNames: ReadonlySet<string>;
}

/**
 * Compiles validators to JavaScript that imports nothing and generates no code at run time. Each function has its
 * schema's id as name and exists once, however many schemas refer to it.
 *
 * @param ids the schemas to compile; those that they refer to are included
 * @throws CodegenError when a schema is invalid
 */
export function compileValidators(
  { schemas, pointers, propertyNames }: SchemasToCompile,
  ids: readonly string[],
  warnings: TableWarning[] = [],
): string {
  const patterns = oldPatterns(schemas, pointers, warnings);
  const ajv = new Ajv2020({
    allErrors: true,
    // Shared schemas become functions instead of repeated code.
    inlineRefs: false,
    // Without own properties, every object seems to have a property "constructor".
    ownProperties: [...propertyNames].some((name) => name in {}),
    // A loop keeps the schema, so short lists are written out. 1,500 values written out would overflow the stack.
    loopRequired: WRITTEN_OUT,
    loopEnum: WRITTEN_OUT,
    strict: false,
    validateSchema: false,
    formats: { ...formatPatterns },
    keywords: [selectKeyword],
    logger: false,
    code: { source: true, esm: true, lines: true, regExp: patterns.engine },
  });
  const text = JSON.stringify([...schemas.values()]);
  // Ajv2020 sets both options. They are a third of the code, and most documents need neither.
  ajv.opts.dynamicRef = false;
  ajv.opts.unevaluated = /"unevaluated(?:Properties|Items)":/.test(text);
  adaptKeywords(ajv);
  for (const [id, schema] of schemas) {
    const pointer = pointers.get(id) ?? "#";
    if (ajv.validateSchema(schema as SchemaObject) !== true) {
      const [error] = ajv.errors ?? [];
      const at = `${pointer}${error?.instancePath ?? ""}`;
      throw new CodegenError(`this is no schema of JSON Schema 2020-12: it ${error?.message}`, [
        { pointer: at },
      ]);
    }
    ajv.addSchema(schema as SchemaObject, id);
  }
  const names = new Map<string, string>();
  for (const [id, pointer] of pointers) names.set(functionName(ajv, id, pointer), id);
  const code = standaloneCode.default(ajv, Object.fromEntries(ids.map((id) => [id, id])));
  return tidyCode(patterns.inCode(code), names);
}

function functionName(ajv: Ajv2020, id: string, pointer: string): string {
  try {
    return ajv.getSchema(id)?.source?.validateName.str ?? id;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new CodegenError(`no validator can be made of this schema: ${message}`, [{ pointer }], { cause });
  }
}
