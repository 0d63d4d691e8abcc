import {
  RULE_KEYWORDS,
  SCHEMA_KEYWORDS,
  SCHEMA_LIST_KEYWORDS,
  SCHEMA_MAP_KEYWORDS,
} from "@np6/openapi-document";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import { exampleUnions } from "../testing/example-unions.test-support.ts";
import {
  brokenRules,
  documentOf,
  loadValidators,
  type ValidatorsModule,
} from "../testing/load-validators.test-support.ts";

/** The rules of JSON Schema 2020-12: a schema, values that it accepts, and values that break the rule. */
const RULES: readonly [rule: string, schema: unknown, good: unknown[], bad: unknown[]][] = [
  ["type", { type: "string" }, ["", "a"], [1, null, [], {}]],
  ["type", { type: ["integer", "null"] }, [1, null], [1.5, "1"]],
  [
    "enum",
    { enum: ["a", 1, null, { a: [1] }] },
    ["a", 1, null, { a: [1] }],
    ["b", { a: [2] }, { a: { 0: 1 } }],
  ],
  ["const", { const: { a: 1, b: 2 } }, [{ b: 2, a: 1 }], [{ a: 1 }, null, [1, 2]]],
  ["multipleOf", { multipleOf: 0.5 }, [1, 1.5, "x"], [1.2]],
  ["maximum", { maximum: 1 }, [1, "2"], [1.1]],
  ["exclusiveMaximum", { exclusiveMaximum: 1 }, [0.9], [1]],
  ["minimum", { minimum: 1 }, [1], [0.9]],
  ["exclusiveMinimum", { exclusiveMinimum: 1 }, [1.1], [1]],
  ["minimum", { type: "integer", format: "int32" }, [-(2 ** 31)], [-(2 ** 31) - 1]],
  ["maximum", { type: "integer", format: "int32" }, [2 ** 31 - 1], [2 ** 31]],
  ["maximum", { type: "integer", format: "int32", maximum: 5 }, [5], [6]],
  ["type", { type: "number", format: "int64" }, [2 ** 40], [0.5]],
  ["maxLength", { maxLength: 2 }, ["ab", "🎈🎈", 100], ["abc", "🎈🎈🎈"]],
  ["minLength", { minLength: 2 }, ["ab", "🎈🎈"], ["a", "🎈"]],
  ["pattern", { pattern: "^\\p{L}+$" }, ["äb", 1], ["a1"]],
  ["format", { format: "date-time" }, ["2024-02-29T23:59:60.5Z", 5], ["2023-02-29T00:00:00Z", "2024-02-29"]],
  ["format", { format: "uuid" }, ["123e4567-e89b-12d3-a456-426614174000"], ["123e4567"]],
  ["maxItems", { maxItems: 1 }, [[1], "ab"], [[1, 2]]],
  ["minItems", { minItems: 1 }, [[1]], [[]]],
  ["uniqueItems", { uniqueItems: true }, [[1, "1", [1]]], [[{ a: 1 }, { a: 1 }]]],
  ["contains", { contains: { type: "null" } }, [[1, null]], [[1], []]],
  ["contains", { contains: { type: "null" }, maxContains: 1 }, [[null]], [[null, null]]],
  ["maxProperties", { maxProperties: 1 }, [{ a: 1 }], [{ a: 1, b: 2 }]],
  ["minProperties", { minProperties: 1 }, [{ a: 1 }], [{}]],
  ["required", { required: ["a", "constructor"] }, [{ a: 1, constructor: 2 }, "x"], [{ a: 1 }]],
  ["dependentRequired", { dependentRequired: { a: ["b"] } }, [{ b: 1 }, { a: 1, b: 1 }], [{ a: 1 }]],
  ["type", { properties: { a: { type: "string" } } }, [{ a: "" }, { b: 1 }], [{ a: 1 }]],
  ["type", { patternProperties: { "^x": { type: "null" } } }, [{ x: null, y: 1 }], [{ xy: 1 }]],
  ["additionalProperties", { properties: { a: true }, additionalProperties: false }, [{ a: 1 }], [{ b: 1 }]],
  ["type", { additionalProperties: { type: "null" } }, [{ a: null }], [{ a: 1 }]],
  ["propertyNames", { propertyNames: { maxLength: 1 } }, [{ a: 1 }], [{ ab: 1 }]],
  ["type", { items: { type: "null" } }, [[null], []], [[1]]],
  ["type", { prefixItems: [{ type: "null" }] }, [[null, 1]], [[1]]],
  ["items", { prefixItems: [true], items: false }, [[1]], [[1, 2]]],
  ["type", { dependentSchemas: { a: { type: "null" } } }, [{ b: 1 }], [{ a: 1 }]],
  ["not", { not: { type: "null" } }, [1], [null]],
  [
    "if",
    JSON.parse('{"if":{"type":"string"},"then":{"minLength":1},"else":{"type":"null"}}'),
    ["a", null],
    ["", 1],
  ],
  ["type", { allOf: [{ type: "string" }] }, [""], [1]],
  ["anyOf", { anyOf: [{ minLength: 2 }, { pattern: "a" }] }, ["a", "bb"], ["b"]],
  ["oneOf", { oneOf: [{ minLength: 2 }, { pattern: "a" }] }, ["a", "bb"], ["b", "aa"]],
  [
    "unevaluatedProperties",
    { allOf: [{ properties: { a: true } }], unevaluatedProperties: false },
    [{ a: 1 }],
    [{ b: 1 }],
  ],
  ["unevaluatedItems", { prefixItems: [true], unevaluatedItems: false }, [[1]], [[1, 2]]],
  ["false schema", { properties: { a: false } }, [{ b: 1 }], [{ a: 1 }]],
];

/** Values of every kind, which the schemas judge differently. */
const VALUES: readonly unknown[] = [
  ...RULES.flatMap(([, , good, bad]) => [...good, ...bad]),
  { type: "a" },
  { type: "b", value: "" },
  { type: "b", value: [1, "x"] },
  { type: "new", value: 1 },
  { type: 5 },
  { value: "" },
  true,
];

describe("the rules", () => {
  const schemas = Object.fromEntries(RULES.map(([, schema], index) => [`rule${index}`, schema]));
  const rows = RULES.map(([rule, schema, good, bad], index) => ({ rule, schema, good, bad, index }));
  let module: ValidatorsModule;
  beforeAll(async () => {
    module = await loadValidators(documentOf(schemas));
  });

  it.each(rows)("$rule of $schema is checked and named", ({ rule, good, bad, index }) => {
    for (const value of good) expect(brokenRules(module, `rule${index}`, value)).toEqual([]);
    for (const value of bad) {
      const broken = brokenRules(module, `rule${index}`, value);
      expect(broken.map((one) => one.split(" at ")[0])).toContain(rule);
    }
  });

  it("are all that JSON Schema has", () => {
    const tested = new Set(RULES.flatMap(([, schema]) => Object.keys(schema as object)));
    const all = [...RULE_KEYWORDS, ...SCHEMA_KEYWORDS, ...SCHEMA_LIST_KEYWORDS, ...SCHEMA_MAP_KEYWORDS];
    expect(all.filter((keyword) => !tested.has(keyword))).toEqual(["minContains"]);
  });

  it("hold for the values that Ajv takes when it reads the schema as it is written, and for no others", async () => {
    const all = { ...schemas, ...exampleUnions };
    const both = await loadValidators(documentOf(all));
    const ajv = new Ajv2020({ strict: false, ownProperties: true });
    addFormats.default(ajv);
    for (const [name, schema] of Object.entries(all)) {
      const validate = ajv.compile(schema as object);
      const accepted = VALUES.filter((value) => brokenRules(both, name, value).length === 0);
      expect({ name, accepted }).toEqual({ name, accepted: VALUES.filter((value) => validate(value)) });
    }
  });
});

it("says what is allowed where it is a list, and keeps it short", async () => {
  const many = Array.from({ length: 25 }, (_, index) => `v${index}`);
  const { validators } = await loadValidators(
    documentOf({ few: { enum: ["a", 1] }, many: { enum: many }, one: { const: "a" } }),
  );
  const message = (name: string) => {
    const validate = validators[name]?.requestBody["application/json"];
    validate?.("?");
    return validate?.errors?.[0]?.message;
  };
  expect(message("few")).toBe('must be one of "a", 1');
  expect(message("many")).toBe(
    `must be one of ${many
      .slice(0, 10)
      .map((value) => `"${value}"`)
      .join(", ")} … (25 in all)`,
  );
  expect(message("one")).toBe('must be "a"');
});
