/** A schema, with values that its type and its validator must accept or refuse. */
export interface TruthCase {
  readonly rule: string;
  /** Version of OpenAPI. Default: 3.1.0. */
  readonly openapi?: string;
  /** Schema of the request body. */
  readonly schema: unknown;
  /** Content of `components.schemas`. */
  readonly schemas?: Readonly<Record<string, unknown>>;
  readonly good: readonly unknown[];
  readonly bad: readonly unknown[];
}

const text = { type: "string" };
const whole = { type: "integer" };
const fields = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });
const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const composed: readonly TruthCase[] = [
  {
    rule: "allOf of objects that stand in it has the fields of all",
    schema: { allOf: [fields({ id: whole }), fields({ note: text }), fields({ on: { type: "boolean" } })] },
    good: [{ id: 1, note: "a", on: true }, {}],
    bad: [{ id: "1" }, { note: 1 }],
  },
  {
    rule: "allOf that contradicts itself has no value for the field",
    schema: { allOf: [fields({ a: text }), fields({ a: whole })] },
    good: [{}],
    bad: [{ a: "a" }, { a: 1 }],
  },
  {
    rule: "required beside allOf holds for a field of a reference",
    schema: { allOf: [to("A"), { required: ["b"] }] },
    schemas: { A: fields({ a: text, b: text }) },
    good: [{ b: "b" }, { a: "a", b: "b" }],
    bad: [{ a: "a" }, { b: 1 }],
  },
  {
    rule: "required beside allOf holds for every arm of a union",
    openapi: "3.0.3",
    schema: { allOf: [to("U")], required: ["id", "type"] },
    schemas: { U: { oneOf: [fields({ id: whole }), fields({ type: whole })] } },
    good: [],
    bad: [{ id: 1 }, { type: 1 }, {}],
  },
  {
    rule: "anyOf beside properties keeps both",
    schema: fields(
      { kind: text },
      {
        required: ["kind"],
        anyOf: [fields({ a: text }, { required: ["a"] }), fields({ b: whole }, { required: ["b"] })],
      },
    ),
    good: [
      { kind: "k", a: "a" },
      { kind: "k", b: 1 },
    ],
    bad: [{ kind: "k" }, { a: "a" }, { kind: 1, a: "a" }, { kind: "k", a: 1 }],
  },
  {
    rule: "oneOf of required fields beside properties demands one of them",
    schema: fields({ a: text, b: text }, { oneOf: [{ required: ["a"] }, { required: ["b"] }] }),
    good: [{ a: "a" }, { b: "b" }],
    bad: [{}, { a: 1 }],
  },
  {
    rule: "anyOf and oneOf side by side both hold",
    schema: {
      anyOf: [fields({ a: text }, { required: ["a"] }), fields({ b: text }, { required: ["b"] })],
      oneOf: [fields({ c: text }, { required: ["c"] }), fields({ d: text }, { required: ["d"] })],
    },
    good: [
      { a: "a", c: "c" },
      { b: "b", d: "d" },
    ],
    bad: [{ a: "a" }, { c: "c" }],
  },
  {
    rule: "what stands beside a $ref holds, too",
    schema: { ...to("A"), required: ["a"], properties: { b: whole } },
    schemas: { A: fields({ a: text }) },
    good: [{ a: "a" }, { a: "a", b: 1 }],
    bad: [{}, { a: "a", b: "b" }],
  },
  {
    rule: "what stands beside a $ref is ignored in OpenAPI 3.0",
    openapi: "3.0.3",
    schema: { ...to("A"), required: ["a"] },
    schemas: { A: fields({ a: text }) },
    good: [{ a: "a" }, {}],
    bad: [{ a: 1 }],
  },
  {
    rule: "a schema may contain itself through allOf and an array",
    schema: to("Node"),
    schemas: {
      Base: fields({ name: text }),
      Node: { allOf: [to("Base"), fields({ children: { type: "array", items: to("Node") } })] },
    },
    good: [{ name: "a", children: [{ children: [] }] }],
    bad: [{ children: [{ name: 1 }] }],
  },
];

const discriminated: readonly TruthCase[] = [
  {
    rule: "a reference in allOf keeps the discriminator's field, and is pinned to nothing",
    openapi: "3.0.3",
    schema: { allOf: [to("Animal"), fields({ extra: text })] },
    schemas: {
      Animal: fields(
        { kind: text, age: whole },
        {
          required: ["kind"],
          discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
        },
      ),
      Cat: { allOf: [to("Animal"), fields({ lives: whole })] },
    },
    good: [{ kind: "cow", extra: "e" }],
    bad: [{ extra: "e" }, { kind: 1 }],
  },
  {
    rule: "allOf over a union keeps its discriminator",
    openapi: "3.0.3",
    schema: { allOf: [to("Either"), fields({ name: text })] },
    schemas: {
      A: fields({ type: { type: "string", enum: ["a"] }, p: text }, { required: ["type"] }),
      B: fields({ type: { type: "string", enum: ["b", "bb"] }, q: text }, { required: ["type"] }),
      Either: {
        oneOf: [to("A"), to("B")],
        discriminator: { propertyName: "type", mapping: { a: "A", b: "B", bb: "#/components/schemas/B" } },
      },
    },
    good: [
      { type: "a", p: "p", name: "n" },
      { type: "bb", name: "n" },
    ],
    bad: [{ name: "n" }, { type: "c" }, { type: "a", name: 1 }],
  },
];

const additional: readonly TruthCase[] = [
  {
    rule: "typed additional properties stand beside described ones",
    schema: fields(
      { id: whole, note: text },
      { required: ["id"], additionalProperties: { type: "array", items: text } },
    ),
    good: [{ id: 1 }, { id: 1, note: "n", tags: ["a"] }],
    bad: [{ tags: ["a"] }, { id: "1" }, { id: 1, tags: [true] }, { id: 1, tags: true }],
  },
  {
    rule: "patternProperties stand beside described ones",
    schema: fields(
      { id: whole },
      { patternProperties: { "^x-": { type: "boolean" } }, additionalProperties: false },
    ),
    good: [{ id: 1, "x-a": true }],
    bad: [{ id: true }, { "x-a": "a" }],
  },
  {
    rule: "a map has values of its type",
    schema: { type: "object", additionalProperties: to("A") },
    schemas: { A: fields({ a: text }) },
    good: [{}, { one: { a: "a" } }],
    bad: [{ one: { a: 1 } }, { one: 1 }],
  },
  {
    rule: "a map may contain itself",
    schema: to("Tree"),
    schemas: { Tree: { type: "object", additionalProperties: to("Tree") } },
    good: [{}, { a: { b: {} } }],
    bad: [{ a: 1 }],
  },
];

const nulls: readonly TruthCase[] = [
  ...[
    { type: "string", nullable: true },
    { type: "string", nullable: true, enum: ["a", "b", null] },
    { nullable: true, enum: ["a", null] },
    { anyOf: [text, { type: "string", nullable: true, enum: [null] }] },
  ].map((schema) => ({
    rule: "null is allowed in OpenAPI 3.0",
    openapi: "3.0.3",
    schema,
    good: ["a", null],
    bad: [1],
  })),
  ...[
    { type: "string", enum: ["a", "b"], nullable: true },
    { nullable: true, allOf: [to("E")] },
    { allOf: [to("E"), { type: "string", nullable: true }] },
    { $ref: "#/components/schemas/E", nullable: true },
  ].map((schema) => ({
    rule: "null is not allowed in OpenAPI 3.0 where another rule refuses it, or no type stands beside nullable",
    openapi: "3.0.3",
    schema,
    schemas: { E: { type: "string", enum: ["a"] } },
    good: ["a"],
    bad: [null, 1],
  })),
  ...[
    { type: ["string", "null"] },
    { type: ["string", "null"], enum: ["a", null] },
    { enum: ["a", null] },
    { oneOf: [text, { type: "null" }] },
    { anyOf: [{ const: null }, text] },
    { anyOf: [{ const: "a" }, { enum: [null] }] },
    { allOf: [{ type: ["string", "null"] }, { type: ["string", "null", "boolean"] }] },
  ].map((schema) => ({ rule: "null is allowed in OpenAPI 3.1", schema, good: ["a", null], bad: [1] })),
  ...[
    { type: ["string", "null"], enum: ["a", "b"] },
    { type: "string", nullable: true },
    { type: "string", enum: ["a", null] },
    { allOf: [{ type: ["string", "null"] }, text] },
  ].map((schema) => ({ rule: "null is not allowed in OpenAPI 3.1", schema, good: ["a"], bad: [null, 1] })),
  {
    rule: "a rule for objects lets null pass where null is allowed",
    schema: { allOf: [to("A"), { required: ["b"] }, { properties: { c: text } }] },
    schemas: { A: { type: ["object", "null"], properties: { b: text } } },
    good: [null, { b: "b" }, { b: "b", c: "c" }],
    bad: [{}, { b: "b", c: 1 }, 1],
  },
  {
    rule: "a constant can be null",
    schema: fields({ gone: { const: null } }, { required: ["gone"] }),
    good: [{ gone: null }],
    bad: [{ gone: 1 }, {}],
  },
];

const arrays: readonly TruthCase[] = [
  {
    rule: "a tuple is open behind its elements, which may be missing",
    schema: { type: "array", prefixItems: [text, whole] },
    good: [[], ["a"], ["a", 1], ["a", 1, true]],
    bad: [[1], ["a", "b"], {}],
  },
  {
    rule: "items are what follows in a tuple",
    schema: { type: "array", prefixItems: [text], items: { type: "boolean" } },
    good: [["a", true, false], ["a"]],
    bad: [["a", 1], [true]],
  },
  {
    rule: "a closed tuple has no further elements, minItems says how many there are",
    schema: { prefixItems: [text, whole], items: false, minItems: 1, type: "array" },
    good: [["a"], ["a", 1]],
    bad: [[], ["a", 1, 2]],
  },
  {
    rule: "minItems beyond the elements of a tuple, and maxItems, count",
    schema: { type: "array", prefixItems: [text], items: whole, minItems: 2, maxItems: 3 },
    good: [
      ["a", 1],
      ["a", 1, 2],
    ],
    bad: [["a"], ["a", 1, 2, 3], ["a", "b"]],
  },
  { rule: "an array of nothing is empty", schema: { type: "array", items: false }, good: [[]], bad: [[1]] },
  {
    rule: "an array of anything takes anything",
    schema: { type: "array", items: true },
    good: [[1, "a", null]],
    bad: [1],
  },
];

const constants: readonly TruthCase[] = [
  ["a", "b"],
  [1, 2],
  [-1, 1],
  [1.5, 2],
  [false, true],
  [null, 0],
  [{ a: 1, b: [2] }, { a: 1 }],
  [[1, 2], [1]],
  [{}, { a: 1 }],
  ["line\nbreak", "line"],
].flatMap(([good, bad]) => [
  { rule: "a constant is that value", schema: { const: good }, good: [good], bad: [bad] },
  { rule: "so is a list of one", schema: { enum: [good, good] }, good: [good], bad: [bad] },
]);

const values: readonly TruthCase[] = [
  ...constants,
  {
    rule: "a list of values of all kinds",
    schema: { enum: [1, "a", true, null, { a: 1 }, [1]] },
    good: [1, "a", true, null, { a: 1 }, [1]],
    bad: [2, "b", false, {}, []],
  },
  {
    rule: "a list of no values refuses all",
    schema: fields({ a: { enum: [] } }),
    good: [{}],
    bad: [{ a: 1 }],
  },
  {
    rule: "values of another type are not allowed",
    schema: { type: "string", enum: ["a", 1] },
    good: ["a"],
    bad: [1],
  },
  {
    rule: "a constant beside a list is one of it",
    schema: { enum: ["a", "b"], const: "b" },
    good: ["b"],
    bad: ["a"],
  },
  { rule: "a list of flags", schema: { type: "boolean", enum: [true] }, good: [true], bad: [false] },
  {
    rule: "boolean and empty schemas take everything or nothing",
    schema: fields(
      { t: true, e: {}, f: false, n: { not: {} }, d: { description: "only text" } },
      { required: ["t"] },
    ),
    good: [{ t: 1 }, { t: null, e: [], d: 1 }],
    bad: [{}, { t: 1, f: 1 }, { t: 1, n: 1 }],
  },
  {
    rule: "a field that nobody describes can be required",
    schema: { type: "object", required: ["z"] },
    good: [{ z: 1 }],
    bad: [{}],
  },
];

const places: readonly TruthCase[] = [
  {
    rule: "a reference leads into properties, arms, and definitions",
    schema: fields({
      line: { $ref: "#/components/schemas/Order/properties/lines/items" },
      arm: { $ref: "#/components/schemas/Order/oneOf/0" },
      def: { $ref: "#/components/schemas/Order/$defs/D" },
    }),
    schemas: {
      Order: {
        type: "object",
        properties: { lines: { type: "array", items: fields({ sku: text }) } },
        oneOf: [fields({ a: whole }, { required: ["a"] })],
        $defs: { D: { enum: ["d"] } },
      },
    },
    good: [{ line: { sku: "s" }, arm: { a: 1 }, def: "d" }],
    bad: [{ line: { sku: 1 } }, { arm: {} }, { def: "e" }],
  },
  {
    rule: "schemas may have the names of what every object has",
    schema: fields({ a: to("constructor"), b: to("toString"), c: to("__proto__"), d: to("hasOwnProperty") }),
    schemas: Object.fromEntries([
      ["constructor", text],
      ["toString", whole],
      ["__proto__", text],
      ["hasOwnProperty", text],
    ]),
    good: [{ a: "a", b: 1, c: "c", d: "d" }],
    bad: [{ a: 1 }, { b: "b" }, { c: 1 }, { d: 1 }],
  },
  {
    rule: "a component may be a boolean",
    schema: fields({ all: to("All"), none: to("None") }),
    schemas: { All: true, None: false },
    good: [{}, { all: 1 }],
    bad: [{ none: 1 }],
  },
  {
    rule: "a body may be refused altogether",
    schema: to("None"),
    schemas: { None: false },
    good: [],
    bad: [1],
  },
  {
    rule: "what no type can be is nothing",
    schema: { allOf: [{ type: "string" }, fields({ a: text })] },
    good: [],
    bad: ["a", { a: "a" }],
  },
  {
    rule: "a map of values and an object are both",
    schema: { allOf: [{ type: "object", additionalProperties: text }, fields({ a: { const: "a" } })] },
    good: [{ a: "a" }],
    bad: [{ a: "b" }, { a: 1 }],
  },
  {
    rule: "bytes in JSON are text",
    schema: fields({
      file: { type: "string", format: "binary" },
      more: { type: "string", contentMediaType: "image/png" },
    }),
    good: [{ file: "f", more: "m" }],
    bad: [{ file: 1 }],
  },
  {
    rule: "what only an answer has is not demanded of a request",
    openapi: "3.0.3",
    schema: fields(
      { id: { type: "integer", readOnly: true }, secret: { type: "string", writeOnly: true } },
      { required: ["id", "secret"] },
    ),
    good: [{ secret: "s" }, { secret: "s", id: 1 }],
    bad: [{ id: 1 }],
  },
  {
    rule: "nor where another part of an allOf requires it",
    schema: { allOf: [to("U"), { required: ["id", "name"] }] },
    schemas: { U: fields({ id: { type: "integer", readOnly: true }, name: text }) },
    good: [{ name: "n" }],
    bad: [{ id: 1 }],
  },
  {
    rule: "a pattern that needs the old mode",
    schema: { type: "string", pattern: "^\\d\\-\\d$" },
    good: ["1-2"],
    bad: [1],
  },
  {
    rule: "a list of 1,500 values",
    schema: { enum: Array.from({ length: 1500 }, (_, index) => `v${index}`) },
    good: ["v0", "v1499"],
    bad: ["v1500", 1],
  },
];

/** Small schemas for every kind of mistake found in a type or validator, with accepted and refused values. */
export const truthCases: readonly TruthCase[] = [
  ...composed,
  ...discriminated,
  ...additional,
  ...nulls,
  ...arrays,
  ...values,
  ...places,
];
