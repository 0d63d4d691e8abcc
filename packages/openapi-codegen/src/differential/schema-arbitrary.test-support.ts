import fc from "fast-check";

/** A schema of the body, component schemas, and values to check. */
export interface Sample {
  readonly schema: unknown;
  readonly components: Readonly<Record<string, unknown>>;
  readonly values: readonly unknown[];
}

const NAMES = ["a", "b", "c"];
const leaf = fc.constantFrom<unknown>("a", "b", 1, 2, true, false, null);
const someOf = <T>(of: fc.Arbitrary<T>, maxLength: number, minLength = 0) =>
  fc.array(of, { minLength, maxLength });

/** JSON values with few names and few leaves, so that schemas often accept them. */
const value: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 2, arbitrary: leaf },
    { weight: 1, arbitrary: someOf(tie("value"), 3) },
    { weight: 2, arbitrary: fc.dictionary(fc.constantFrom(...NAMES), tie("value"), { maxKeys: 3 }) },
  ),
})).value;

/**
 * Schemas that a type can express: no lengths, bounds or patterns; objects that describe all names of values;
 * alternatives of which several may match (anyOf).
 *
 * @param below the first component that a schema may refer to; higher numbers only, so that no reference is circular
 */
function schema(version: string, below: number): fc.Arbitrary<unknown> {
  const is31 = version.startsWith("3.1");
  const plain = fc.constantFrom("string", "boolean", "integer", "number");
  const references = Array.from({ length: 3 - below }, (_, index) => ({
    $ref: `#/components/schemas/R${below + index}`,
  }));
  return fc.letrec<{ any: unknown; object: unknown; top: unknown }>((tie) => {
    const properties = fc.record(Object.fromEntries(NAMES.map((name) => [name, tie("any")])));
    // At least one: TypeScript accepts any string for the intersection of a string and an object of optional fields.
    const required = fc.subarray(NAMES, { minLength: 1 });
    const object = fc.record(
      { type: fc.constant("object"), properties, required, additionalProperties: fc.constant(false) },
      { requiredKeys: ["type", "properties", "required"] },
    );
    const nullable = plain.map((type) => (is31 ? { type: [type, "null"] } : { type, nullable: true }));
    const listed = fc.record({ enum: someOf(leaf, 4, 1) });
    const typedList = fc.record({ type: plain, enum: someOf(leaf, 4, 1), nullable: fc.boolean() });
    const map = fc.record({ type: fc.constant("object"), additionalProperties: tie("any") });
    const array = fc.record({ type: fc.constant("array"), items: tie("any") });
    const parts = someOf(tie("any"), 3, 1);
    const required3 = fc.record({ required });
    const composed = [
      fc.record({ allOf: parts }),
      fc.record({ anyOf: parts }),
      // At most one matches, because their types differ.
      fc.constant({ oneOf: [{ type: "string" }, { type: "integer" }] }),
      fc.tuple(object, parts).map(([own, anyOf]) => ({ ...own, anyOf })),
      fc.tuple(tie("object"), required3).map((allOf) => ({ allOf })),
      fc.tuple(object, someOf(required3, 3, 1)).map(([own, anyOf]) => ({ ...own, anyOf })),
      fc.tuple(object, parts).map(([own, allOf]) => ({ ...own, allOf })),
    ];
    const only31 = [
      fc.record({ const: leaf }),
      fc.constant({ type: "null" }),
      fc.boolean(),
      fc.record(
        {
          type: fc.constant("array"),
          prefixItems: someOf(tie("any"), 3, 1),
          items: fc.oneof(fc.constant(false), tie("any")),
          minItems: fc.nat(3),
          maxItems: fc.integer({ min: 3, max: 4 }),
        },
        { requiredKeys: ["type", "prefixItems"] },
      ),
      object.map((own) => ({ ...own, type: ["object", "null"] })),
      ...(references.length > 0
        ? [
            fc
              .tuple(fc.constantFrom(...references), required3)
              .map(([to, more]) => ({ ...to, ...more, type: "object" })),
          ]
        : []),
    ];
    const leaves = [plain.map((type) => ({ type })), nullable, listed, typedList, fc.constant({})];
    const optional = fc.record({ type: fc.constant("object"), properties });
    return {
      object,
      top: fc.oneof({ weight: 4, arbitrary: tie("any") }, { weight: 1, arbitrary: optional }),
      any: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        fc.oneof(...leaves),
        ...(references.length > 0 ? [fc.constantFrom(...references)] : []),
        object,
        map,
        array,
        ...composed,
        ...(is31 ? only31 : []),
      ),
    };
  }).top;
}

/** Makes samples for a version of OpenAPI. */
export function sample(version: string): fc.Arbitrary<Sample> {
  return fc.record({
    schema: schema(version, 0),
    components: fc.record({ R0: schema(version, 1), R1: schema(version, 2), R2: schema(version, 3) }),
    values: fc.uniqueArray(value, { minLength: 6, maxLength: 12, selector: (one) => JSON.stringify(one) }),
  });
}
