/** Makes a schema of objects with a type. */
export function typed(type: unknown, value: unknown): object {
  return { type: "object", properties: { type, value }, required: ["type"] };
}

/** A branch for one type. */
export const armA: object = typed({ const: "a" }, true);
/** A branch for two types. */
export const armB: object = typed({ enum: ["b", "c"] }, { type: "string" });
/** A branch for all other types. */
export const unknownArm: object = typed(
  { type: "string", not: { enum: ["a", "b", "c"] } },
  { type: "integer" },
);

/** Unions that become `select`, and others that do not. */
export const exampleUnions: Readonly<Record<string, unknown>> = {
  closed: { oneOf: [armA, armB] },
  open: { oneOf: [unknownArm, armA, armB] },
  anyOf: { anyOf: [armA, unknownArm, armB] },
  nullable: { oneOf: [{ type: "null" }, armA, armB, { type: "string" }] },
  byType: { anyOf: [{ type: "array", items: { type: "integer" } }, { type: ["integer", "null"] }, armA] },
  overlapping: { oneOf: [armA, { type: "object", required: ["value"] }] },
  nested: { oneOf: [{ oneOf: [armA, armB] }, unknownArm] },
  both: { oneOf: [armA, armB], anyOf: [armA, unknownArm] },
  closedArms: { oneOf: [{ ...armA, additionalProperties: false }, armB], unevaluatedProperties: false },
  insideOneOf: {
    oneOf: [{ type: "object", properties: { value: { oneOf: [armA, armB] } } }, { required: ["type"] }],
  },
};
