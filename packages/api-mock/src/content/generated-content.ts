import { createHash } from "node:crypto";
import { isJsonObject, type JsonObject } from "@np6/openapi-document";
import type { Specification } from "../api/read-specification.ts";
import { createBatches } from "../schemas/batch.ts";
import type { Validate } from "../schemas/create-validator.ts";
import { inJsonSchema } from "../schemas/in-json-schema.ts";
import { successBody } from "../schemas/json-body.ts";
import { itemSchemas } from "../schemas/subschemas.ts";
import type { AnswerContent, ContentRequest } from "./answer-content.ts";

/** Makes a value for a JSON Schema from a seed. */
export type Generate = (schema: JsonObject, seed: number) => unknown;

/** Number of seeds that are tried for a valid value; after that, the document's example is used. */
const tries = 20;

/** Loads the library on demand: it is ESM only, and a CommonJS test runner cannot require it. */
export async function loadGenerate(): Promise<Generate> {
  const { generateSync } = await import("json-schema-faker");
  return (schema, seed) => generateSync(schema, { seed, optionalsProbability: 0.8, maxItems: 3 });
}

/** Makes a number of 31 bits from the parts. */
function seedOf(...parts: readonly (string | number)[]): number {
  return createHash("sha256").update(JSON.stringify(parts)).digest().readUInt32BE() >>> 1;
}

/** Copies a schema without `x-…`, which json-schema-faker 0.6 treats as properties. */
function withoutExtensions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExtensions);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.startsWith("x-"))
      .map(([name, child]) => [name, withoutExtensions(child)]),
  );
}

/**
 * Answers with values generated from the schemas. The n-th call of an operation gets the same response for the same
 * seed, whatever else is called in between.
 *
 * @param validate checks each value; an invalid one is never returned
 */
export function generatedContent(
  specification: Specification,
  seed: number,
  generate: Generate,
  validate: Validate,
): AnswerContent {
  const { document } = specification;
  const batchOf = createBatches(specification);
  const calls = new Map<string, number>();
  const inAnswers = (value: unknown) =>
    withoutExtensions(inJsonSchema(document, value, "answer")) as JsonObject;
  const { components, paths } = inAnswers(document);
  const schemas = new Map<unknown, JsonObject>();

  function valid(schema: unknown, ...parts: readonly (string | number)[]): unknown {
    const plain = schemas.get(schema) ?? { ...inAnswers(schema), components, paths };
    schemas.set(schema, plain);
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const value = generate(plain, seedOf(seed, ...parts, attempt));
      if (validate(schema, value).length === 0) return value;
    }
    return undefined;
  }

  function body(request: ContentRequest): unknown {
    const { operation, body: items, answerMediaType } = request;
    const { operationId } = operation;
    const call = calls.get(operationId) ?? 0;
    calls.set(operationId, call + 1);
    const schema = successBody(specification, operation, answerMediaType)?.schema;
    const [item] = batchOf(operation, request) ? itemSchemas(document, schema) : [];
    if (item === undefined || !Array.isArray(items)) return valid(schema, operationId, call);
    const results = items.map((_, index) => valid(item, operationId, call, index));
    return results.includes(undefined) ? undefined : results;
  }

  return {
    plan: (request) => {
      const { operation, answerMediaType } = request;
      if (successBody(specification, operation, answerMediaType) === undefined) return undefined;
      return { carryOut: () => body(request) };
    },
    reset: () => calls.clear(),
  };
}
