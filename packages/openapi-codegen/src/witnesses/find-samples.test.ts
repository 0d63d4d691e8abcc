import { diffDocuments, type JsonObject, type Shown } from "@np6/openapi-diff";
import { expect, it } from "vitest";
import { findMessages } from "./find-messages.ts";
import { findSamples } from "./find-samples.ts";

const text = { type: "string" };
const described = { description: "d" };
const json = (schema: object) => ({ content: { "application/json": { schema } } });

function api(operation: object, more: object = {}): JsonObject {
  const paths = { "/a": { post: { operationId: "act", responses: { 204: described }, ...operation } } };
  return { openapi: "3.1.0", info: { title: "T", version: "1" }, paths, ...more };
}

const sent = (schema: object) => api({ requestBody: json(schema) });
const read = (schema: object) => api({ responses: { 200: { ...described, ...json(schema) } } });
const called = (schema: object) =>
  api({
    callbacks: { done: { "{$request.query.u}": { post: { requestBody: json(schema), responses: {} } } } },
  });
const headed = (value: string) =>
  api({ parameters: [{ in: "header", name: "mode", schema: { ...text, default: value } }] });
const form = (encoding: object) => {
  const schema = { properties: { f: { type: "array", items: text } } };
  return api({ requestBody: { content: { "application/x-www-form-urlencoded": { schema, encoding } } } });
};
const two = (first: string, second: string) => ({
  ...api({}),
  paths: Object.fromEntries(
    [first, second].map((operationId, index) => [
      `/${index}`,
      { get: { operationId, responses: { 204: described } } },
    ]),
  ),
});
const addressed = (path: string) => {
  const parameters = ["x", "y"].map((name) => ({ in: "path", name, required: true, schema: text }));
  return {
    ...api({}),
    paths: { [path]: { get: { operationId: "act", parameters, responses: { 204: described } } } },
  };
};
const properties = (names: readonly string[]) => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, text])),
});

it.each<[string, JsonObject, JsonObject, Shown, unknown]>([
  [
    "a first element that is of another type",
    sent({ type: "array", items: text }),
    sent({ type: "array", prefixItems: [{ type: "integer" }], items: text }),
    "was valid, is not",
    ["text"],
  ],
  [
    "a pattern of names that is gone",
    sent({ ...properties([]), patternProperties: { "^x-": text }, additionalProperties: false }),
    sent({ ...properties([]), additionalProperties: false }),
    "was valid, is not",
    { "x-further": "text" },
  ],
  [
    "a text that has to be base64",
    sent(text),
    sent({ ...text, contentEncoding: "base64" }),
    "was valid, is not",
    "ABC-123",
  ],
  [
    "a field of an answer that is gone",
    read(properties(["a", "b"])),
    read(properties(["a"])),
    "was described, is not",
    {
      a: "text",
      b: "text",
    },
  ],
  [
    "a field of a callback",
    called(properties(["a", "b"])),
    called(properties(["a"])),
    "was described, is not",
    {
      a: "text",
      b: "text",
    },
  ],
  [
    "a callback that is gone",
    called(text),
    api({}),
    "was described, is not",
    { address: "POST {$request.query.u}" },
  ],
  [
    "a default",
    headed("a"),
    headed("b"),
    "means something else",
    {
      leftOut: "header mode",
      meant: "a",
      means: "b",
    },
  ],
  [
    "two names that changed places",
    two("one", "other"),
    two("other", "one"),
    "means something else",
    {
      call: "one",
      meant: "GET /0",
      means: "GET /1",
    },
  ],
  [
    "two arguments that changed places",
    addressed("/a/{x}/b/{y}"),
    addressed("/a/{y}/b/{x}"),
    "was valid, is not",
    {
      address: "GET /a/{x}/b/{y}",
    },
  ],
  [
    "a form that is written otherwise",
    form({}),
    form({ f: { style: "pipeDelimited", explode: false } }),
    "was valid, is not",
    { body: "application/x-www-form-urlencoded: f=text&f=text" },
  ],
  [
    "an answer of another kind",
    read(text),
    api({
      responses: { 200: { ...described, content: { ...json(text).content, "text/csv": { schema: text } } } },
    }),
    "was not valid, is",
    { status: "200", contentType: "text/csv" },
  ],
])("shows %s", (_, base, head, shows, sample) => {
  const onWire = diffDocuments(base, head).changes.filter(({ breaks }) => breaks?.includes("wire"));
  const [change] = onWire;
  expect(change?.bump).toBe("major");
  const found = change && (findSamples(base, head, onWire)(change) ?? findMessages(base, head)(change));
  expect(found).toMatchObject({ shows, sample });
});
