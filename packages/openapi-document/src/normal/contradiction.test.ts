import { expect, it } from "vitest";
import { alternativesOf } from "./alternatives.ts";

const variant = (type: string, required = ["type"]) => ({
  type: "object",
  properties: { type: { enum: [type] } },
  required,
});

function namesOf(schemas: Record<string, unknown>, ...view: string[]): string[] {
  const document = { openapi: "3.1.0", components: { schemas } };
  return alternativesOf(
    document,
    view.map((name) => `#/components/schemas/${name}`),
  ).map(({ names, type }) => `${type} ${names.join(" ")}`);
}

const refs = (...names: string[]) => ({
  oneOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })),
});

const shapes = {
  Text: variant("text"),
  Image: variant("image"),
  Link: variant("link"),
  Left: refs("Text", "Image"),
  Right: refs("Image", "Link"),
};

it("combines variants of two unions only where their tags agree", () => {
  expect(namesOf(shapes, "Left", "Right")).toEqual(["object Left Image Right Image"]);
});

it("reads a tag behind a reference", () => {
  const behind = {
    ...shapes,
    ImageType: { enum: ["image"] },
    Image: { ...variant("image"), properties: { type: { $ref: "#/components/schemas/ImageType" } } },
  };
  expect(namesOf(behind, "Left", "Right")).toEqual(["object Left Image Right Image"]);
});

it("keeps a combination whose tag may be left out", () => {
  const optional = { ...shapes, Text: variant("text", []), Link: variant("link", []) };
  expect(namesOf(optional, "Left", "Right")).toContain("object Left Text Right Link");
});

it("keeps what contradicts itself when there is nothing else", () => {
  expect(namesOf(shapes, "Text", "Link")).toEqual(["object Text Link"]);
});

it("keeps null of two unions whose objects contradict", () => {
  const nullable = (type: string) => ({ ...variant(type), type: ["object", "null"] });
  const all = namesOf({ ...shapes, Text: nullable("text"), Link: nullable("link") }, "Left", "Right");
  expect(all.some((one) => one.startsWith("null"))).toBe(true);
});
