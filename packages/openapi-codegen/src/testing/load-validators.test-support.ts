import { createOperationTable, type JsonObject } from "@np6/openapi-document";
import ts from "typescript";
import { renderValidators } from "../validators/render-validators.ts";

/** The exports of a generated validators file. */
export interface ValidatorsModule {
  readonly validators: Readonly<Record<string, OperationValidators>>;
  readonly propertyNames: ReadonlySet<string>;
}

interface OperationValidators {
  readonly requestBody: Readonly<Record<string, BodyValidator>>;
  readonly responses: Readonly<Record<string, Readonly<Record<string, BodyValidator>>>>;
}

interface BodyValidator {
  (body: unknown): boolean;
  readonly errors?: readonly BrokenRule[] | null;
}

interface BrokenRule {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** Makes a document with one operation per schema, whose request body is `application/json`. */
export function documentOf(
  schemas: Readonly<Record<string, unknown>>,
  components: Readonly<Record<string, unknown>> = {},
  openapi = "3.1.0",
): JsonObject {
  const operations = Object.entries(schemas).map(([operationId, schema]) => [
    `/${operationId}`,
    { put: { operationId, requestBody: { content: { "application/json": { schema } } }, responses: {} } },
  ]);
  return {
    openapi,
    info: { title: "Example", version: "1" },
    paths: Object.fromEntries(operations),
    components: { schemas: components },
  };
}

/** Renders the validators of a document and loads them. */
export async function loadValidators(document: JsonObject): Promise<ValidatorsModule> {
  const { source } = renderValidators(document, createOperationTable(document).table);
  const code = ts.transpile(source, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 });
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
}

/** Lists the rules that a body breaks, as `rule at /pointer`; empty for a valid body. */
export function brokenRules({ validators }: ValidatorsModule, operation: string, body: unknown): string[] {
  const validate = validators[operation]?.requestBody["application/json"];
  if (validate === undefined) throw new Error(`there is no validator for ${operation}`);
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ keyword, instancePath }) => `${keyword} at ${instancePath}`);
}
