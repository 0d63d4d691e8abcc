import { expect, test } from "vitest";
import { readBundledDocument } from "./bundled-document.test-support.ts";
import { listExampleOwners, type NamedExample } from "./named-examples.test-support.ts";
import { createSchemaValidator } from "./schema-validator.test-support.ts";

const document = readBundledDocument();
const validator = createSchemaValidator(document);
const owners = listExampleOwners(document);

function problemsOf(example: NamedExample): readonly string[] {
  return validator.problems(example.schemaPointer, example.value);
}

test.each(owners)("$pointer has a named example", ({ examples }) => {
  expect(examples).not.toEqual([]);
});

test.each(owners.flatMap(({ examples }) => examples))(
  "the example $pointer satisfies its schema",
  (example) => {
    expect(example.value).toBeDefined();
    expect(problemsOf(example)).toEqual([]);
  },
);

test("the bodies of every operation are among those checked", () => {
  const pointers = owners.map(({ pointer }) => pointer);
  const vendor = "application~1vnd.np6.cm.workflow-v4";
  const workflow = "/paths/~1scripting~1workflows~1{id}~1";
  expect(pointers).toEqual(
    expect.arrayContaining([
      `${workflow}duplication/post/responses/200/content/application~1json`,
      `${workflow}execution/post/requestBody/content/${vendor}`,
      `${workflow}execution/post/responses/200/content/${vendor}`,
      `${workflow}executions/post/requestBody/content/${vendor}`,
      `${workflow}executions/post/responses/200/content/${vendor}`,
      "/components/responses/BadRequest/content/application~1json",
      "/components/headers/RateLimitReset",
    ]),
  );
});

test("an example of another shape is reported with the place of the mistake", () => {
  const execution = owners.find(({ pointer }) => pointer.includes("~1execution/post/requestBody"))
    ?.examples[0];
  expect(execution).toBeDefined();
  const schemaPointer = execution?.schemaPointer ?? "";
  expect(validator.problems(schemaPointer, { stamp: { time: "now" } })).toEqual([
    "/stamp/time must be integer",
  ]);
});

test("content without an example is found", () => {
  const content = { "application/json": { schema: {} } };
  const paths = { "/things": { get: { responses: { 200: { description: "Things", content } } } } };
  expect(listExampleOwners({ paths })).toEqual([
    { pointer: "/paths/~1things/get/responses/200/content/application~1json", examples: [] },
  ]);
});
