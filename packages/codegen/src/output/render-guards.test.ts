import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../generate.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { typeCheck } from "../testing/type-check.ts";

const variant = (kind: object, more: object = {}) => ({
  type: "object",
  required: ["kind"],
  properties: { kind, ...more },
});

const schemas = {
  Pet: { oneOf: [{ $ref: "#/components/schemas/KnownPet" }, { $ref: "#/components/schemas/OtherPet" }] },
  KnownPet: {
    description: "A pet of a kind that is listed.",
    oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
    discriminator: { propertyName: "kind" },
  },
  PetBase: { type: "object", properties: { name: { type: "string" } } },
  Cat: {
    allOf: [{ $ref: "#/components/schemas/PetBase" }],
    ...variant({ const: "cat" }, { lives: { type: "integer" } }),
  },
  Dog: variant({ const: "dog" }),
  OtherPet: { ...variant({ type: "string", not: { enum: ["cat", "dog"] } }), additionalProperties: true },
};

const document = (components: object) =>
  JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    paths: {
      "/pet": {
        get: {
          operationId: "getPet",
          responses: {
            200: {
              description: "ok",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
            },
          },
        },
      },
    },
    components,
  });

async function pets(components: object = { schemas }) {
  const folder = await temporaryFolder({ "pets.json": document(components) });
  const options = {
    spec: path.join(folder, "pets.json"),
    types: path.join(folder, "types.gen.ts"),
    guards: path.join(folder, "guards.gen.ts"),
  };
  return { folder, options };
}

const use = `import { isKnownPet, isOtherPet, petKinds, unrecognized } from "./guards.gen.js";
import type { Cat, Dog, KnownPetKind, OtherPet, Pet, PetKind } from "./types.gen.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export function same<A, B>(..._: Same<A, B> extends true ? [] : ["not the same"]): void {}

export function read(pet: Pet): unknown {
  if (isKnownPet(pet)) same<typeof pet, Cat | Dog>();
  else same<typeof pet, OtherPet>();
  if (isOtherPet(pet)) return pet.anything;
  switch (pet.kind) {
    case "cat":
      same<typeof pet, Cat>();
      return pet.lives;
    case "dog":
      same<typeof pet, Dog>();
      return pet[unrecognized("age")];
  }
}
export function reach(pet: Pet): unknown {
  switch (pet.kind) {
    case "cat":
    case "dog":
      return pet.kind;
    default:
      same<typeof pet, OtherPet>();
      return pet.anything;
  }
}
same<KnownPetKind, (typeof petKinds)[number]>();
export const kind: PetKind = unrecognized("fish");
export const cat: Pet = { kind: "cat", name: "Mia", lives: 9 };
export const fish: Pet = { kind: unrecognized("fish"), scales: true };
// @ts-expect-error a kind that nobody listed, without saying so
export const bird: Pet = { kind: "bird" };
// @ts-expect-error a field of another variant
export const dog: Pet = { kind: "dog", lives: 1 };
// @ts-expect-error a field that nobody described
export const age: unknown = cat.age;
// @ts-expect-error without the field that tells what it is
export const none: Pet = { name: "?" };
`;

describe("the guards and the types of an open union", () => {
  it.each(["typescript", "typescript7"] as const)("narrow as they should under %s", async (compiler) => {
    const { folder, options } = await pets();
    await generate(options);
    await writeFile(path.join(folder, "use.ts"), use);
    expect(await typeCheck(folder, compiler)).toMatchObject({ code: 0, stdout: "" });
    // The check of the types can fail.
    await writeFile(
      path.join(folder, "use.ts"),
      use.replace("same<typeof pet, Cat>()", "same<typeof pet, Dog>()"),
    );
    expect(await typeCheck(folder, compiler)).toMatchObject({
      stdout: expect.stringContaining("use.ts(13,7)"),
    });
  });

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
