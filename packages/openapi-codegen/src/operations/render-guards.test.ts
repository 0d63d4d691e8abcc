import path from "node:path";
import { describe, expect, it } from "vitest";
import { pets, schemas, variant } from "../compiled/test-guards.test-support.ts";
import { generate } from "../generate.ts";

describe("the guards and the types of an open union", () => {
  it("tell known from unknown kinds at run time", async () => {
    const { options } = await pets();
    await generate(options);
    const { isKnownPet, isOtherPet, petKinds, unrecognized } = await import(options.guards);
    expect(petKinds).toEqual(["cat", "dog"]);
    expect([{ kind: "cat" }, { kind: "fish" }, {}].map(isKnownPet)).toEqual([true, false, false]);
    expect([{ kind: "cat" }, { kind: "fish" }, {}].map(isOtherPet)).toEqual([false, true, true]);
    expect(unrecognized("fish")).toBe("fish");
  });

  it("extend the base where that says the same as an intersection", async () => {
    const { options, folder } = await pets();
    await generate(options);
    const { readFile } = await import("node:fs/promises");
    const types = await readFile(path.join(folder, "types.gen.ts"), "utf8");
    expect(types).toMatch(/export interface Cat extends PetBase \{\n {4}kind: "cat";/);
    expect(types).toContain("export type Pet = KnownPet | OtherPet;");
    expect(types).toMatch(/A pet of a kind that is listed\. \*\/\nexport type KnownPet = Cat \| Dog;/);
  });
});

it("guards are refused without types, which they import", async () => {
  const { options } = await pets();
  const { types: _, ...rest } = options;
  await expect(generate(rest)).rejects.toThrow("--guards needs --types");
});

it("guards are refused when no union keeps room for the unknown", async () => {
  const { options } = await pets({ schemas: { ...schemas, OtherPet: variant({ type: "string" }) } });
  await expect(generate(options)).rejects.toThrow("#/components/schemas: no guards can be made");
});
