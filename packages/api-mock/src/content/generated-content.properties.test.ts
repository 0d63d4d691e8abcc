import type { JsonObject } from "@np6/openapi-document";
import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { readBundledDocument } from "../api/read-bundled-document.ts";
import { readSpecification, type Specification } from "../api/read-specification.ts";
import { createValidator, type Validate } from "../schemas/create-validator.ts";
import { successBody } from "../schemas/json-body.ts";
import { libraryDocument } from "../testing/library-document.test-support.ts";
import { type Generate, generatedContent, loadGenerate } from "./generated-content.ts";

const generate = await loadGenerate();
const validators = new Map<JsonObject, Validate>();

/** One validator per document: compiling is slow, and a validator stores no values. */
function validatorOf(document: JsonObject): Validate {
  const validate = validators.get(document) ?? createValidator(document);
  validators.set(document, validate);
  return validate;
}

function bodies(
  specification: Specification,
  seed: number,
  calls: readonly string[],
  sent?: unknown,
  make: Generate = generate,
): unknown[] {
  const content = generatedContent(specification, seed, make, validatorOf(specification.document));
  return calls.map((operationId) => {
    const operation = specification.operations.find((candidate) => candidate.operationId === operationId);
    if (operation === undefined) throw new Error(operationId);
    const plan = content.plan({ operation, path: operation.path, body: sent });
    return plan !== undefined && "carryOut" in plan ? plan.carryOut() : undefined;
  });
}

const documents: readonly (readonly [string, JsonObject])[] = [
  ["NP6", await readBundledDocument()],
  ["Library", libraryDocument],
];

describe.each(documents)("of the document %s", (_, document) => {
  const specification = readSpecification(document);
  const validate = validatorOf(document);
  const withBody = specification.operations.filter(
    (operation) => successBody(specification, operation) !== undefined,
  );

  test("every answer is valid, for every seed", () => {
    const seeds = integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    const check = property(seeds, constantFrom(...withBody), (seed, operation) => {
      const schema = successBody(specification, operation)?.schema;
      for (const body of bodies(specification, seed, [operation.operationId, operation.operationId])) {
        expect(body).toBeDefined();
        expect(validate(schema, body)).toEqual([]);
      }
    });
    assert(check, { numRuns: 150, seed: 20261125 });
  });

  test("the same seed gives the same answers, another one others", () => {
    const calls = withBody.map(({ operationId }) => operationId);
    const twice = [bodies(specification, 7, calls), bodies(specification, 7, calls)];
    expect(twice[0]).toEqual(twice[1]);
    const others = [8, 9, 10, 11].map((seed) => JSON.stringify(bodies(specification, seed, calls)));
    expect(new Set(others).size).toBeGreaterThan(1);
  });

  test("what else is called in between changes nothing", () => {
    const [first, ...others] = withBody.map(({ operationId }) => operationId);
    if (first === undefined) throw new Error("no operation");
    const alone = bodies(specification, 7, [first, first]);
    const mixed = bodies(specification, 7, [first, ...others, first]);
    expect([mixed[0], mixed.at(-1)]).toEqual(alone);
  });
});

test("a batch has one result for each item", () => {
  const specification = readSpecification(libraryDocument);
  const [results] = bodies(specification, 1, ["sendParcels"], [{}, {}, {}]);
  expect(results).toHaveLength(3);
});

test("what is not valid is never given", () => {
  const specification = readSpecification(libraryDocument);
  const wrong: Generate = () => ({ not: "a list" });
  expect(bodies(specification, 1, ["sendParcels"], undefined, wrong)).toEqual([undefined]);
});
