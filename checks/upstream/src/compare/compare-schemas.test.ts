import { FactComparison, type FactDifference } from "@np6/openapi-document";
import { describe, expect, test } from "vitest";
import { inOneLine } from "../fixtures.test-support.ts";
import { parseDocument } from "../source/parse-document.ts";
import { gradeDifferences } from "./grade-differences.ts";

type Schema = Readonly<Record<string, unknown>>;

/** A schema, with the named schemas that it refers to. */
interface Written {
  readonly schema: Schema;
  readonly named?: Readonly<Record<string, Schema>>;
}

function documentWith(openapi: string, { schema, named = {} }: Written): Schema {
  const components = { schemas: { ...named, Asked: schema } };
  return parseDocument(JSON.stringify({ openapi, paths: {}, components }), "test");
}

/** Lists the differences of two schemas: the vendor's in OpenAPI 3.0, the curated one in 3.1. */
function differencesOf(vendor: Written, curated: Written): string[] {
  const documents = { vendor: documentWith("3.0.3", vendor), curated: documentWith("3.1.0", curated) };
  const facts: FactDifference[] = [];
  const sides = { left: documents.vendor, right: documents.curated };
  const comparison = new FactComparison(sides, (difference) => facts.push(difference));
  const pointers = ["#/components/schemas/Asked"];
  comparison.compareSchemas({ left: pointers, right: pointers }, "here ");
  return gradeDifferences(documents, facts).map(inOneLine);
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Schema, more: Schema = {}): Schema => ({ type: "object", properties, ...more });
const text = { type: "string" };
const number = { type: "integer" };
/** Makes a discriminator property in the curated spec's form. */
const is = (value: string): Schema => ({ type: "string", const: value });

const cat = object({ type: is("cat"), lives: number }, { required: ["type"] });
const dog = object({ type: is("dog"), name: text }, { required: ["type"] });
const otherPet = object({ type: { type: "string", not: { enum: ["cat", "dog"] } } });
const pets: Written = {
  schema: { oneOf: [ref("Cat"), ref("Dog"), ref("Other")] },
  named: { Cat: cat, Dog: dog, Other: otherPet },
};
const plainCat = object({ type: text, lives: number });
const plainDog = object({ type: text, name: text });

const sameThing: readonly (readonly [string, Written, Written])[] = [
  [
    "nullable, and a type among others",
    { schema: { ...text, nullable: true } },
    { schema: { type: ["string", "null"] } },
  ],
  [
    "nullable around a reference, and null as an alternative",
    {
      schema: object({ a: { nullable: true, allOf: [ref("Text")] }, b: { ...ref("Text"), nullable: true } }),
      named: { Text: text },
    },
    {
      schema: object({
        a: { anyOf: [ref("T"), { type: "null" }] },
        b: { oneOf: [{ type: "null" }, ref("T")] },
      }),
      named: { T: text },
    },
  ],
  [
    "nullable around alternatives",
    {
      schema: {
        nullable: true,
        discriminator: { propertyName: "type", mapping: { cat: "Cat", dog: "Dog" } },
        oneOf: [ref("Cat"), ref("Dog")],
      },
      named: { Cat: plainCat, Dog: plainDog },
    },
    { ...pets, schema: { oneOf: [ref("Cat"), ref("Dog"), ref("Other"), { type: "null" }] } },
  ],
  [
    "nullable beside alternatives that leave their type to what is around them",
    {
      schema: {
        type: "object",
        nullable: true,
        oneOf: [
          { properties: { type: { enum: ["cat"] }, lives: number } },
          { properties: { type: { enum: ["dog"] }, name: text } },
        ],
      },
    },
    { ...pets, schema: { oneOf: [ref("Cat"), ref("Dog"), { type: "null" }] } },
  ],
  [
    "null among the values of a list",
    { schema: { ...text, nullable: true, enum: ["a", null] } },
    { schema: { type: ["string", "null"], enum: ["a", null] } },
  ],
  [
    "layers of references and allOf, and none",
    {
      schema: { allOf: [ref("One")], description: "noise", title: "Noise", example: { id: "x" } },
      named: {
        One: ref("Two"),
        Two: { allOf: [ref("Base"), object({ name: text })] },
        Base: object({ id: text }),
      },
    },
    { schema: object({ id: text, name: text }) },
  ],
  ["a limit that is none, and no limit", { schema: { ...text, readOnly: false } }, { schema: text }],
  ["an object without its type", { schema: { properties: { id: text } } }, { schema: object({ id: text }) }],
  ["an array without its type", { schema: { items: text } }, { schema: { type: "array", items: text } }],
  ["values without their type", { schema: { enum: ["a"] } }, { schema: is("a") }],
  [
    "a closed object and an open one: the curated spec has its own rules for that",
    { schema: object({ id: text }, { additionalProperties: false }) },
    { schema: object({ id: text }, { additionalProperties: true }) },
  ],
  [
    "an exclusive limit of 3.0 and of 3.1",
    { schema: { ...number, minimum: 0, exclusiveMinimum: true } },
    { schema: { ...number, exclusiveMinimum: 0 } },
  ],
  [
    "known values, and known values beside any other",
    { schema: { ...text, enum: ["a", "b"] } },
    { schema: { anyOf: [{ ...text, enum: ["b", "a"] }, text] } },
  ],
  [
    "several types as alternatives, and in a list",
    { schema: { oneOf: [text, number] } },
    { schema: { type: ["integer", "string"] } },
  ],
  [
    "variants by mapping, and by constant",
    {
      schema: {
        oneOf: [ref("Cat"), ref("Dog")],
        discriminator: { propertyName: "type", mapping: { cat: "#/components/schemas/Cat", dog: "Dog" } },
      },
      named: { Cat: plainCat, Dog: plainDog },
    },
    pets,
  ],
  [
    "variants that inherit from a base with a mapping",
    {
      schema: ref("Pet#Discriminable"),
      named: {
        "Pet#Discriminable": object(
          { type: text },
          {
            discriminator: {
              propertyName: "type",
              mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
            },
          },
        ),
        Cat: { allOf: [ref("Pet%23Discriminable"), object({ lives: number })] },
        Dog: { allOf: [ref("Pet#Discriminable"), object({ name: text })] },
      },
    },
    pets,
  ],
  [
    "variants that inherit from a base without a mapping, named by their schema",
    {
      schema: ref("Pet"),
      named: {
        Pet: object({ type: text }, { discriminator: { propertyName: "type" } }),
        cat: { allOf: [ref("Pet"), object({ lives: number })] },
        dog: { allOf: [ref("Pet"), object({ name: text })] },
      },
    },
    pets,
  ],
  [
    "a variant by itself, which inherits from a base with a mapping",
    {
      schema: ref("Dog"),
      named: {
        Pet: object({ type: text }, { discriminator: { propertyName: "type", mapping: { dog: "Dog" } } }),
        Dog: { allOf: [ref("Pet"), object({ name: text })] },
      },
    },
    { schema: object({ type: text, name: text }, { required: ["type"] }) },
  ],
  [
    "alternatives inside alternatives, and side by side",
    {
      schema: { oneOf: [ref("Known"), ref("Other")] },
      named: { Known: { anyOf: [cat, dog] }, Other: otherPet },
    },
    pets,
  ],
  [
    "properties around alternatives, and in each",
    { schema: object({ id: text }, { required: ["id"], oneOf: [cat, dog] }) },
    {
      schema: {
        oneOf: [
          { allOf: [cat, object({ id: text }, { required: ["id"] })] },
          { allOf: [dog, object({ id: text }, { required: ["id"] })] },
        ],
      },
    },
  ],
  [
    "a discriminator whose values nobody gives, and a required property",
    { schema: object({ type: text }, { discriminator: { propertyName: "type" } }) },
    { schema: object({ type: text }, { required: ["type"] }) },
  ],
  [
    "one variant only",
    {
      schema: { oneOf: [ref("Cat")], discriminator: { propertyName: "type", mapping: { cat: "Cat" } } },
      named: { Cat: plainCat },
    },
    { schema: { oneOf: [cat, otherPet] } },
  ],
  [
    "two values for one variant",
    {
      schema: {
        oneOf: [ref("Cat")],
        discriminator: { propertyName: "type", mapping: { cat: "Cat", lion: "Cat" } },
      },
      named: { Cat: plainCat },
    },
    {
      schema: {
        oneOf: [object({ type: { type: "string", enum: ["cat", "lion"] }, lives: number }), otherPet],
      },
    },
  ],
  [
    "variants that only their types tell apart",
    { schema: { oneOf: [text, { type: "array", items: text }] } },
    { schema: { anyOf: [{ type: "array", items: text }, text] } },
  ],
  [
    "schemas that contain themselves, unrolled differently",
    {
      schema: ref("Tree"),
      named: {
        Tree: object({ children: { type: "array", items: ref("Twig") } }),
        Twig: object({ children: { type: "array", items: ref("Tree") } }),
      },
    },
    { schema: ref("Tree"), named: { Tree: object({ children: { type: "array", items: ref("Tree") } }) } },
  ],
  [
    "a schema that only refers to itself, and any value",
    { schema: ref("Loop"), named: { Loop: ref("Loop") } },
    { schema: {} },
  ],
];

describe("the same thing, written in two ways, is no difference", () => {
  test.each(sameThing)("%s", (_what, vendor, curated) => {
    expect(differencesOf(vendor, curated)).toEqual([]);
  });
});

const differentThings: readonly (readonly [string, Written, Written, readonly string[]])[] = [
  [
    "false as a default, and no default",
    { schema: { type: "boolean", default: false } },
    { schema: { type: "boolean" } },
    ["vendor only: schema Asked / limit: default false | no default"],
  ],
  [
    "null of a reference belongs to the property, not to what it refers to",
    { schema: object({ a: { ...ref("Text"), nullable: true } }), named: { Text: text } },
    { schema: object({ a: ref("Text") }), named: { Text: text } },
    ["vendor only: schema Asked: a / null: nullable | never null"],
  ],
  [
    "what two references refer to is named by the schema",
    { schema: object({ a: ref("Text") }), named: { Text: number } },
    { schema: object({ a: ref("Text") }), named: { Text: text } },
    ["different: schema Text / type: integer | string"],
  ],
  [
    "a deprecated property whose type comes in variants is told once",
    {
      schema: object({ pet: { allOf: [ref("Pet")], deprecated: true } }),
      named: { Pet: { oneOf: [cat, dog] } },
    },
    { schema: object({ pet: ref("Pet") }), named: { ...pets.named, Pet: pets.schema } },
    ["vendor only: schema Asked: pet / deprecated: deprecated | current"],
  ],
  [
    "a property of one variant",
    { schema: { oneOf: [object({ type: is("cat"), lives: text }), dog] } },
    pets,
    ["different: schema Cat: lives / type: string | integer"],
  ],
  [
    "variants where the curated spec has one object: the variants, and what each has that the object lacks",
    { schema: { oneOf: [cat, object({ type: is("dog"), name: number })] } },
    { schema: object({ type: text, name: text, owner: text }) },
    [
      "vendor only: schema Asked: <cat> / variant: cat | absent",
      "vendor only: schema Asked: <dog> / variant: dog | absent",
      "vendor only: schema Asked: lives / property: integer | absent",
      "different: schema Asked: name / type: integer | string",
      "curated only: schema Asked: owner / property: absent | string",
    ],
  ],
  [
    "one object where the curated spec has variants",
    { schema: object({ type: text, name: text, owner: text }) },
    pets,
    [
      "curated only: schema Cat / variant: absent | cat",
      "curated only: schema Dog / variant: absent | dog",
      "curated only: schema Cat: lives / property: absent | integer",
      "vendor only: schema Asked: owner / property: string | absent",
    ],
  ],
  [
    "variants where the curated spec has a free-form object: only the variants",
    { schema: { oneOf: [cat, dog] } },
    { schema: { type: "object", additionalProperties: true } },
    [
      "vendor only: schema Asked: <cat> / variant: cat | absent",
      "vendor only: schema Asked: <dog> / variant: dog | absent",
    ],
  ],
  [
    "another property that tells variants apart",
    {
      schema: {
        oneOf: [
          object({ kind: is("cat"), type: is("cat"), lives: number }),
          object({ kind: is("dog"), type: is("dog"), name: text }),
        ],
      },
    },
    pets,
    ["different: schema Asked / variant: told apart by kind | told apart by type"],
  ],
  [
    "an object and a text: nothing inside is compared",
    { schema: object({ id: text }) },
    { schema: text },
    ["different: schema Asked / type: object | string"],
  ],
  [
    "a type that the vendor does not give",
    { schema: {} },
    { schema: text },
    ["curated only: schema Asked / type: any | string"],
  ],
  [
    "required, beside the type of what is lacking",
    { schema: object({ id: text }, { required: ["id"] }) },
    { schema: object({}) },
    ["vendor only: schema Asked: id / property: string, required | absent"],
  ],
  [
    "a variant without a name of its own is named by its schema",
    {
      schema: { oneOf: [ref("Cat"), ref("Cow")], discriminator: { propertyName: "type" } },
      named: { Cat: plainCat, Cow: plainDog },
    },
    { schema: { oneOf: [ref("Cat")], discriminator: { propertyName: "type" } }, named: { Cat: plainCat } },
    ["vendor only: schema Asked: <Cow> / variant: Cow | absent"],
  ],
];

describe("different things", () => {
  test.each(differentThings)("%s", (_what, vendor, curated, differences) => {
    expect(differencesOf(vendor, curated)).toEqual(differences);
  });
});
