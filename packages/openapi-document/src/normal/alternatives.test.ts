import { describe, expect, test } from "vitest";
import { alternativesOf, type SchemaReading } from "./alternatives.ts";
import { factsOf } from "./facts.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const pet = { type: "object", properties: { kind: {} }, discriminator: { propertyName: "kind" } };
const schemas = {
  Text: { type: "string" },
  Nullable: { ...ref("Text"), nullable: true },
  NullablePart: { allOf: [ref("Text"), { nullable: true }] },
  Contradiction: { type: "integer", enum: ["a"] },
  Lost: ref("Nowhere"),
  Pet: pet,
  Mapped: { ...pet, discriminator: { propertyName: "kind", mapping: { cat: "Cat", lion: "Cat" } } },
  Cat: { allOf: [ref("Pet"), { properties: { lives: {} } }] },
  Dog: { allOf: [ref("Pet"), { properties: { name: {} } }] },
  Puppy: { allOf: [ref("Dog")] },
};

/** Lists type, properties and discriminator values of each alternative of a component. */
function read(name: string, reading?: SchemaReading): string[] {
  const document = { openapi: "3.1.0", components: { schemas } };
  return alternativesOf(document, [`#/components/schemas/${name}`], reading).map((one) => {
    const tags = [...one.tags].map(([property, values]) => `${property}=${values.join()}`);
    return [one.type, ...factsOf(one).properties.keys(), ...tags].join(" ");
  });
}

describe("a lenient reading", () => {
  test.each([
    ["takes nullable without a type for null", "Nullable", ["string", "null"]],
    ["takes nullable in a part of an allOf for null", "NullablePart", ["string", "null"]],
    ["shows what contradicts itself as the type that it says", "Contradiction", ["integer"]],
    ["shows a $ref that leads nowhere as a type", "Lost", ['unresolved $ref "#/components/schemas/Nowhere"']],
    [
      "takes a base with a discriminator for its subtypes, also those of subtypes",
      "Pet",
      ["object kind lives kind=Cat", "object kind name kind=Dog", "object kind name kind=Puppy"],
    ],
    ["takes the subtypes of a mapping before all others", "Mapped", ["object kind lives kind=cat,lion"]],
    ["takes a subtype for itself", "Dog", ["object kind name"]],
  ])("%s", (_what, name, alternatives) => {
    expect(read(name, "lenient")).toEqual(alternatives);
  });
});

describe("a strict reading", () => {
  test.each([
    ["Nullable", ["string"]],
    ["NullablePart", ["string"]],
    ["Contradiction", []],
    ["Lost", ["any"]],
    ["Pet", ["object kind"]],
    ["Mapped", ["object kind"]],
  ])("does none of it: %s", (name, alternatives) => {
    expect(read(name)).toEqual(alternatives);
  });
});

test("a discriminator names a variant behind references and an allOf of one, and not by what it inherits from", () => {
  const arms = [{ allOf: [ref("Cat")] }, ref("Dog"), ref("Beast")];
  const mapping = { cat: "Cat", pet: "Pet", beast: "Lion" };
  const Any = { oneOf: arms, discriminator: { propertyName: "kind", mapping } };
  const document = { components: { schemas: { ...schemas, Any, Beast: ref("Lion"), Lion: {} } } };
  const tags = alternativesOf(document, ["#/components/schemas/Any"]).map((one) => one.tags.get("kind"));
  expect(tags).toEqual([["cat"], ["Dog"], ["beast"]]);
});

test("an alternative knows the variant that it is, behind what refers to it", () => {
  const document = {
    components: { schemas: { ...schemas, Any: { oneOf: [ref("Lives"), { type: "null" }] } } },
  };
  Object.assign(document.components.schemas, { Lives: ref("Cat") });
  const variants = alternativesOf(document, ["#/components/schemas/Any"]).map(({ variant }) => variant);
  expect(variants).toEqual(["#/components/schemas/Cat", "#/components/schemas/Any/oneOf/1"]);
});
