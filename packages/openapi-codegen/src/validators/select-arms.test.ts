import { describe, expect, it } from "vitest";
import { armA, armB, typed, unknownArm } from "../testing/example-unions.test-support.ts";
import { selectArms } from "./select-arms.ts";

const document = {
  openapi: "3.1.0",
  components: {
    schemas: {
      A: armA,
      Base: { type: "object", properties: { type: { type: "string" } }, required: ["type"] },
      Loop: { allOf: [{ $ref: "#/components/schemas/Loop" }, armA] },
    },
  },
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const byTag = (...values: string[]) => ({ types: ["object"], tag: { property: "type", values } });
const rest = { types: ["object"], tag: { property: "type", values: undefined } };

describe("arms can be told apart", () => {
  it.each([
    ["by a member", [armA, armB], [byTag("a"), byTag("b", "c")]],
    ["by a member, with one for the rest", [unknownArm, armA, armB], [rest, byTag("a"), byTag("b", "c")]],
    ["through references", [ref("A"), armB], [byTag("a"), byTag("b", "c")]],
    [
      "through what all have in common",
      [
        { allOf: [ref("Base"), { properties: { type: { const: "a" } } }] },
        { ...ref("Base"), properties: { type: { not: { const: "a" } } } },
      ],
      [byTag("a"), rest],
    ],
    [
      "when an arm is a union too",
      [{ oneOf: [armA, armB] }, typed({ const: "d" }, true)],
      [byTag("a", "b", "c"), byTag("d")],
    ],
    [
      "by their types",
      [armA, { type: ["array", "null"] }, { const: 5 }],
      [{ types: ["object"] }, { types: ["array", "null"] }, { types: ["number"] }],
    ],
    ["by both", [{ type: "null" }, armA, armB], [{ types: ["null"] }, byTag("a"), byTag("b", "c")]],
    ["when a schema contains itself", [ref("Loop"), armB], [byTag("a"), byTag("b", "c")]],
  ])("%s", (_, arms, conditions) => {
    expect(selectArms(document, arms)?.conditions).toEqual(conditions);
  });

  it("by the member that the document names, and no other", () => {
    const both = [armA, armB].map((arm, index) => ({
      allOf: [arm, { properties: { kind: { const: `${index}` } }, required: ["kind"] }],
    }));
    expect(selectArms(document, both, "kind")?.guard.required).toEqual(["kind"]);
    expect(selectArms(document, both, "value")).toBeUndefined();
  });
});

describe("arms cannot be told apart", () => {
  it.each([
    ["when two take the same value", [armA, armA]],
    ["when the member may be missing", [armA, { ...armB, required: [] }]],
    ["when they may be of any type", [armA, { properties: { type: { const: "b" } }, required: ["type"] }]],
    [
      "when the rest includes what another arm takes",
      [armA, typed({ type: "string", not: { const: "b" } }, true)],
    ],
    ["when there are two for the rest", [unknownArm, typed({ type: "string", not: { enum: ["a"] } }, true)]],
    ["when the member may be something else than a string", [armA, typed({ not: { const: "a" } }, true)]],
    [
      "when the rest is not said by values alone",
      [armA, typed({ type: "string", not: { const: "a", maxLength: 5 } }, true)],
    ],
    ["when their types overlap", [{ type: ["string", "null"] }, { type: ["null", "array"] }]],
    ["when integers are numbers", [{ type: "integer" }, { type: "number" }]],
    ["when one takes objects and something else", [armA, { ...armB, type: ["object", "null"] }]],
    ["when one accepts anything", [armA, true]],
    ["when there are none", []],
  ])("%s", (_, arms) => {
    expect(selectArms(document, arms)).toBeUndefined();
  });
});
