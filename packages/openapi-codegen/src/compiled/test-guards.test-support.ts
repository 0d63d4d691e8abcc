import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { generate } from "../generate.ts";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { type Compiler, typeCheck } from "../testing/type-check.test-support.ts";

/** A variant that is identified by its `kind`. */
export const variant = (kind: object, more: object = {}): object => ({
  type: "object",
  required: ["kind"],
  properties: { kind, ...more },
});

/** Schemas of pets: two known kinds, and a variant for all others. */
export const schemas: Record<string, object> = {
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

/** A folder with a document of pets, and options that generate types and guards beside it. */
export async function pets(components: object = { schemas }): Promise<{
  folder: string;
  options: { spec: string; types: string; guards: string };
}> {
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
// @ts-expect-error an unlisted kind that is not marked as intended
export const bird: Pet = { kind: "bird" };
// @ts-expect-error a field of another variant
export const dog: Pet = { kind: "dog", lives: 1 };
// @ts-expect-error an undescribed field
export const age: unknown = cat.age;
// @ts-expect-error without the discriminator
export const none: Pet = { name: "?" };
`;

/** Tests generated guards with a compiler. */
export function testGuards(compiler: Compiler): void {
  it(`the guards and the types of an open union narrow as they should under ${compiler}`, async () => {
    const { folder, options } = await pets();
    await generate(options);
    await writeFile(path.join(folder, "use.ts"), use);
    expect(await typeCheck(folder, compiler)).toMatchObject({ code: 0, stdout: "" });
    // Proves that the check above can fail.
    await writeFile(
      path.join(folder, "use.ts"),
      use.replace("same<typeof pet, Cat>()", "same<typeof pet, Dog>()"),
    );
    expect(await typeCheck(folder, compiler)).toMatchObject({
      stdout: expect.stringContaining("use.ts(13,7)"),
    });
  });
}
