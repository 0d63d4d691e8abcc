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

/** So many required properties or allowed values are written out in the code, and no more. */
const WRITTEN_OUT = 250;

/** Prepared schemas by id; where each stands in the document. */
export interface SchemasToCompile {
  readonly schemas: ReadonlyMap<string, PreparedSchema>;
  readonly pointers: ReadonlyMap<string, string>;
  /** Names of all properties that the schemas speak of. */
  readonly propertyNames: ReadonlySet<string>;
}

/**
 * Writes functions that check values: JavaScript that loads nothing and makes no code when it runs. Each is called as its
 * schema's id and is there once, however many refer to it.
 *
 * @param ids the schemas that are wanted; those that they refer to are written too
 * @throws CodegenError when a schema is wrong
 */
export function compileValidators(
  { schemas, pointers, propertyNames }: SchemasToCompile,
  ids: readonly string[],
  warnings: TableWarning[] = [],
): string {
  const patterns = oldPatterns(schemas, pointers, warnings);
  const ajv = new Ajv2020({
    allErrors: true,
    // Shared schemas become functions that are called, not code that is there many times.
    inlineRefs: false,
    // Every object seems to have a property that is called "constructor".
    ownProperties: [...propertyNames].some((name) => name in {}),
    // Short lists are written out; a loop keeps the schema. Written out, 1,500 values are deeper than a stack.
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
  // Ajv2020 sets both. They are a third of the code, and most documents need neither.
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
