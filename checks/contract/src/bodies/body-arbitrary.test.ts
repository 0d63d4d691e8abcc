import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentedOperations } from "../exchanges/documented-operations.ts";
import { isObject, type JsonObject, specDocument } from "../exchanges/independent-document.ts";
import { bodyArbitrary, knownKeywords } from "./body-arbitrary.test-support.ts";
import { brokenBody } from "./broken-body.test-support.ts";
import { describedBodies } from "./described-bodies.ts";
import { validateBody } from "./validate-body.ts";

const seed = 20_261_125;
const bodies = describedBodies(documentedOperations());
const schemaOf = (operationId: string) =>
  bodies.find((body) => body.operation.operationId === operationId && body.status === undefined)?.schema ??
  "";
const execution = schemaOf("executeWorkflow");
const nodes = schemaOf("replaceWorkflowNodes");

describe("bodies", () => {
  test("are valid, and of many kinds", () => {
    const samples = fc.sample(bodyArbitrary(execution), { seed, numRuns: 200 });
    expect(samples.flatMap((body) => validateBody(execution, JSON.stringify(body)))).toEqual([]);
    expect(new Set(samples.map((body) => JSON.stringify(body))).size).toBeGreaterThan(100);
  });

  test("are of every variant that the spec lists, and of ones that it does not", () => {
    const samples = fc.sample(bodyArbitrary(nodes), { seed, numRuns: 200 }).flat() as { type: string }[];
    const { mapping } = members(members(members(specDocument.components).schemas).KnownWorkflowNode)
      .discriminator as { mapping: object };
    const types = new Set(samples.map(({ type }) => type));
    expect([...types]).toEqual(expect.arrayContaining(Object.keys(mapping)));
    expect(types.size).toBeGreaterThan(Object.keys(mapping).length);
  });

  test("are the same for the same seed", () => {
    const sample = () => fc.sample(bodyArbitrary(nodes), { seed, numRuns: 20 });
    expect(sample()).toEqual(sample());
  });

  test("shrink to what matters: of a failure only a small body is left", () => {
    const withValue = expect.objectContaining({
      receiver: expect.objectContaining({ value: expect.any(String) }),
    });
    const property = fc.property(bodyArbitrary(execution), (body) => {
      expect(body).not.toEqual(withValue);
    });
    const { counterexample } = fc.check(property, { seed, numRuns: 500 });
    expect(counterexample).toEqual([withValue]);
    expect(JSON.stringify(counterexample).length).toBeLessThan(60);
  });
});

describe("broken bodies", () => {
  const broken = fc.sample(brokenBody(execution), { seed, numRuns: 200 });

  test("are invalid, and say what was done to them", () => {
    const valid = broken.filter(({ body }) => validateBody(execution, JSON.stringify(body)).length === 0);
    expect(valid).toEqual([]);
    const changes = broken.map(({ change }) => change);
    expect(changes).toContain("removed /debug/version");
    expect(changes).toContainEqual(expect.stringMatching(/^replaced \/stamp\/\w+ by /));
  });
});

test("the schemas of bodies use only keywords that what is made keeps to", () => {
  const { schemas } = members(specDocument.components);
  expect(
    Object.values(members(schemas))
      .flatMap(keywordsOf)
      .filter((word) => !knownKeywords.has(word)),
  ).toEqual([]);
});

// Annotations restrict no value; `readOnly` and `writeOnly` only concern the direction.
const annotations = new Set([
  ...["description", "title", "deprecated", "default", "examples", "discriminator", "readOnly", "writeOnly"],
]);

/** Lists the keywords that restrict values in a schema, and in the schemas inside. */
function keywordsOf(schema: unknown): string[] {
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (annotations.has(keyword) || keyword.startsWith("x-")) return [];
    const inside = keyword === "properties" ? Object.values(members(value)) : [value].flat();
    return keyword === "const" || keyword === "enum" ? [keyword] : [keyword, ...inside.flatMap(keywordsOf)];
  });
}

function members(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
