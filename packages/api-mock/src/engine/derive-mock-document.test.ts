import { expect, test } from "vitest";
import { testDocument } from "../testing/shelves-document.test-support.ts";
import { deriveMockDocument } from "./derive-mock-document.ts";

const vendor = "application/vnd.example.shelf-v1";
const disguised = new Set([vendor, "application/vnd.example.refusal-v1"]);

test("every disguised media type is renamed, in paths and in components, and nothing else changes", () => {
  const derived = JSON.stringify(deriveMockDocument(testDocument, disguised));
  const expected = JSON.stringify(testDocument)
    .replaceAll(`"${vendor}"`, `"${vendor}+json"`)
    .replaceAll('"application/vnd.example.refusal-v1"', '"application/vnd.example.refusal-v1+json"');
  expect(derived).toBe(expected);
  expect(derived).not.toBe(JSON.stringify(testDocument));
});

test("the document that came in stays as it was", () => {
  const before = structuredClone(testDocument);
  deriveMockDocument(testDocument, disguised);
  expect(testDocument).toEqual(before);
});

test("data and schemas that look like a content object are not touched", () => {
  const lookAlike = { content: { [vendor]: { a: 1 } } };
  const document = {
    components: {
      schemas: { Odd: { properties: lookAlike, const: lookAlike } },
      examples: { odd: { value: lookAlike } },
    },
    paths: { "/odd": { get: { responses: { "200": { content: { "text/x": { example: lookAlike } } } } } } },
  };
  expect(deriveMockDocument(document, disguised)).toEqual(document);
});

test("a header and a response component called content or schema are names, not keywords", () => {
  const response = { content: { [vendor]: {} } };
  const derived = { content: { [`${vendor}+json`]: {} } };
  expect(
    deriveMockDocument(
      { components: { responses: { schema: response }, headers: { content: response } } },
      disguised,
    ),
  ).toEqual({ components: { responses: { schema: derived }, headers: { content: derived } } });
});

test("a renamed media type that falls onto another one is refused", () => {
  const content = { [vendor]: {}, [`${vendor}+json`]: {} };
  expect(() =>
    deriveMockDocument({ paths: { "/x": { get: { requestBody: { content } } } } }, disguised),
  ).toThrow(`${vendor}+json`);
});

test("header parameters that OpenAPI says to ignore accept anything", () => {
  const parameter = { in: "header", name: "Accept", required: true, schema: { enum: [vendor] } };
  const other = { ...parameter, name: "X-Accept" };
  const document = { components: { parameters: { parameter, other } } };
  expect(deriveMockDocument(document, disguised)).toEqual({
    components: { parameters: { parameter: { in: "header", name: "Accept", schema: {} }, other } },
  });
});
