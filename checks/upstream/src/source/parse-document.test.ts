import { expect, test } from "vitest";
import { fixture, fixtureText } from "../fixtures.test-support.ts";
import { parseDocument } from "./parse-document.ts";

const start = "openapi: 3.0.3\npaths: {}\n";

test("YAML and JSON give the same document", () => {
  const text = fixtureText("vendor-bundle.yaml");
  expect(parseDocument(text, "bundle.yaml")).toEqual(fixture("vendor-bundle.yaml"));
});

test("a document of OpenAPI 3.0 becomes one of 3.1, where null is a type", () => {
  const text = `${start}components: { schemas: { A: { type: string, nullable: true } } }`;
  expect(parseDocument(text, "bundle.yaml")).toMatchObject({
    openapi: expect.stringMatching(/^3\.1/),
    components: { schemas: { A: { type: ["string", "null"] } } },
  });
});

test.each(["3.1.0", "3.1", "3.2.0"])("OpenAPI %s is read, quoted or not", (version) => {
  expect(parseDocument(`openapi: ${version}\npaths: {}`, "bundle.yaml")).toHaveProperty("paths");
});

test.each([
  ["nothing", " \n", /^bundle is empty\. /],
  ["a page", "<!DOCTYPE html><html></html>", /^bundle is a page \(HTML or XML\)/],
  ["a text", "not found", /^bundle is not an OpenAPI 3 document: it has no object\. /],
  ["a list", "[1, 2]", /it has no object\. /],
  ["something else", "name: np6\n", /it has no field `openapi`\. Name the vendor's bundle\.$/],
  ["an older format", 'swagger: "2.0"\npaths: {}', /it has Swagger 2\.0\. /],
  ["a later version", "openapi: 4.0.0\npaths: {}", /it has OpenAPI 4\.0\.0\. /],
  ["a document without paths", "openapi: 3.1.0\n", /it has no `paths`\. /],
  ["broken YAML", "openapi: 3.0.3\npaths: {", /^bundle is neither JSON nor YAML: .*line \d+/],
  ["a name given twice", `${start}paths: {}\n`, /^bundle is neither JSON nor YAML: Map keys must be unique/],
  [
    "a YAML bomb",
    `${start}x: [${"&a [1,1,1,1,1,1,1,1,1,1]"}, ${"*a,".repeat(200)} 1]`,
    /^bundle is neither JSON nor YAML: Excessive alias count/,
  ],
])("%s is refused", (_what, text, message) => {
  expect(() => parseDocument(text, "bundle")).toThrow(message);
});
