import { describe, expect, it } from "vitest";
import { capitalWords, commentText, freeName, identifierOf, isIdentifier } from "./identifier.ts";

describe("a name", () => {
  it.each(["a", "_", "$x", "Größe", "日本語", "สวัสดี", "a1"])("can be an identifier: %s", (name) => {
    expect(isIdentifier(name)).toBe(true);
    expect(identifierOf(name)).toBe(name.charAt(0).toUpperCase() + name.slice(1));
  });

  it.each([
    ["CO₂Emission", "COEmission"],
    ["FlächeM²", "FlächeM"],
    ["simple-user", "SimpleUser"],
    ["@type", "Type"],
    ["1st", "Schema1st"],
    ["💥", "Schema"],
    ["𝒳y", "Y"],
    ["a\u200db", "AB"],
    ["", "Schema"],
    ["a=1;evil()", "A1Evil"],
  ])("can be none as it is: %s", (name, identifier) => {
    expect(isIdentifier(name)).toBe(false);
    expect(identifierOf(name)).toBe(identifier);
  });
});

it("a property's words stand in an identifier", () => {
  expect(capitalWords("@odata.type")).toBe("OdataType");
});

it("a taken name gets the first free number", () => {
  expect(freeName("isPet", new Set(["isPet", "isPet2"]))).toBe("isPet3");
});

it("text does not end the comment that it stands in", () => {
  expect(commentText("a */ b\n\u2028* / c")).toBe("a *\\/ b * / c");
});
