import { describe, expect, it } from "vitest";
import { brokenRules, documentOf, loadValidators } from "../testing/load-validators.test-support.ts";

describe("a body with very many problems", () => {
  const length = 2_000;
  let reads = 0;
  /** Makes a list that counts reads of its elements. */
  const counted = (values: readonly unknown[]) =>
    new Proxy(values, {
      get(target, key) {
        if (typeof key === "string" && /^\d+$/.test(key)) reads += 1;
        return Reflect.get(target, key);
      },
    });

  it.each([
    ["of elements", { items: { $ref: "#/components/schemas/Id" } }, counted(Array(length).fill(null))],
    [
      "of lists of elements",
      { items: { items: { type: "string" } } },
      [[...Array(length)], [...Array(length)]],
    ],
    ["of members", { additionalProperties: { type: "string" } }, { ...Array(length).fill(null) }],
    ["of names", { additionalProperties: false }, { ...Array(length).fill(null) }],
  ])("%s is not looked at to its end", async (_, schema, value) => {
    const module = await loadValidators(documentOf({ it: schema }, { Id: { type: "string" } }));
    const broken = brokenRules(module, "it", value);
    expect(broken.length).toBeGreaterThanOrEqual(20);
    expect(broken.length).toBeLessThanOrEqual(40);
    expect(reads).toBeLessThanOrEqual(20);
  });

  it("is not looked at to its end within a union either: one wrong element settles an arm", async () => {
    reads = 0;
    const arm = { items: { $ref: "#/components/schemas/Id" } };
    const module = await loadValidators(
      documentOf({ it: { anyOf: [arm, { ...arm, maxItems: 5 }] } }, { Id: { type: "string" } }),
    );
    expect(brokenRules(module, "it", counted(Array(length).fill(null)))).toContain("anyOf at ");
    expect(reads).toBe(2);
  });

  it("is looked at to its end for an element that it must contain, whose absence is one problem", async () => {
    reads = 0;
    const module = await loadValidators(
      documentOf({ it: { contains: { $ref: "#/components/schemas/Id" } } }, { Id: { type: "string" } }),
    );
    expect(brokenRules(module, "it", counted(Array(length).fill(null)))).toEqual(["contains at "]);
    expect(reads).toBe(length);
    expect(brokenRules(module, "it", [...Array(length).fill(null), ""])).toEqual([]);
  });

  it.each([
    ["a union", (union: object) => union, (list: unknown) => list, "anyOf at "],
    ["a union in a list", (union: object) => ({ items: union }), (list: unknown) => [list], "anyOf at /0"],
  ])(
    "is looked at to its end within %s, where a part of an arm proves nothing",
    async (_, schema, value, expected) => {
      const union = { anyOf: [{ items: { type: "integer" } }, { items: { type: "string" } }] };
      const module = await loadValidators(documentOf({ it: schema(union) }));
      // The first branch refuses the list from its start, the second at its end.
      const list = [...Array(30).fill("text"), null];
      expect(brokenRules(module, "it", value(list))).toContain(expected);
      expect(brokenRules(module, "it", value(list.slice(0, -1)))).toEqual([]);
    },
  );
});
