import { isJsonObject } from "@np6/openapi-document";
import { expect, test } from "vitest";
import { readReference } from "./read-reference.ts";
import { readMedia } from "./reference-answers.ts";

const [v4, v5] = ["application/vnd.example.order-v4", "application/vnd.example.order-v5"];

function content(property: string) {
  const media = (version: string) => ({
    schema: { type: "object", properties: { [property + version]: { type: "string" } } },
    examples: {
      one: { value: { [property + version]: "1" } },
      two: { value: { [property + version]: "2" } },
    },
  });
  return { content: { [v4]: media("4"), [v5]: media("5") } };
}

const document = {
  openapi: "3.1.0",
  info: { title: "Orders", version: "1" },
  paths: {
    "/orders": {
      post: {
        operationId: "order",
        requestBody: content("sent"),
        responses: { "200": { description: "Done.", ...content("got") } },
      },
    },
  },
};

test("each of several media types has its own schema, examples and samples", async () => {
  const [operation] = await readReference(document, () => Promise.reject(new Error("there is no refusal")));
  if (!isJsonObject(operation?.requestBody)) throw new Error("the operation takes a body");
  const seen = (media: ReturnType<typeof readMedia> | undefined) =>
    media?.map(({ mediaType, isDefault, schema, examples }) => ({
      mediaType,
      isDefault,
      properties: isJsonObject(schema) && isJsonObject(schema.properties) && Object.keys(schema.properties),
      examples: examples.map(({ name, value }) => [name, value]),
    }));
  const expected = (property: string) => [
    {
      mediaType: v4,
      isDefault: true,
      properties: [`${property}4`],
      examples: [
        ["one", { [`${property}4`]: "1" }],
        ["two", { [`${property}4`]: "2" }],
      ],
    },
    {
      mediaType: v5,
      isDefault: false,
      properties: [`${property}5`],
      examples: [
        ["one", { [`${property}5`]: "1" }],
        ["two", { [`${property}5`]: "2" }],
      ],
    },
  ];
  expect(seen(readMedia(document, operation.requestBody))).toEqual(expected("sent"));
  expect(seen(operation.answers[0]?.media as ReturnType<typeof readMedia>)).toEqual(expected("got"));

  const samples = operation.sampleGroups.map(({ body, samples: ofBody }) => ({
    body: [body?.mediaType, body?.name],
    code: Object.fromEntries(ofBody.map(({ kind, code }) => [kind, code])),
  }));
  expect(samples.map(({ body }) => body)).toEqual([
    [v4, "one"],
    [v4, "two"],
    [v5, "one"],
    [v5, "two"],
  ]);
  // The client uses the first one by default.
  expect(samples[1]?.code.typescript).not.toMatch(/contentType|accept/);
  expect(samples[1]?.code.curl).toContain(`-H 'Accept: ${v4}' \\\n  -H 'Content-Type: ${v4}'`);
  expect(samples[3]?.code.typescript).toContain(`    contentType: "${v5}",\n    accept: "${v5}",\n`);
  expect(samples[3]?.code.curl).toContain(`-H 'Accept: ${v5}' \\\n  -H 'Content-Type: ${v5}'`);
});
