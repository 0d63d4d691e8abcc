import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ApiMock, startMockOf } from "./start-mock-of.ts";

const [v4, v5] = ["application/vnd.example.order-v4", "application/vnd.example.order-v5"] as const;

const order = (property: string, type: string) => ({
  type: "object",
  required: [property],
  properties: { [property]: { type } },
  additionalProperties: false,
});
const result = (kind: string) => ({
  type: "object",
  required: [kind],
  properties: { [kind]: { type: "string" } },
  additionalProperties: false,
});
const list = (items: object) => ({ type: "array", items });
const content = (schemas: readonly object[], examples: readonly unknown[]) => ({
  content: {
    [v4]: { schema: schemas[0], examples: { four: { value: examples[0] } } },
    [v5]: { schema: schemas[1], examples: { five: { value: examples[1] }, other: { value: examples[1] } } },
  },
});
const operation = (
  operationId: string,
  wrap: (schema: object) => object,
  value: (example: unknown) => unknown,
) => ({
  post: {
    operationId,
    requestBody: {
      required: true,
      ...content(
        [wrap(order("name", "string")), wrap(order("article", "integer"))],
        [value({ name: "oak" }), value({ article: 1 })],
      ),
    },
    responses: {
      "200": {
        description: "Done.",
        ...content(
          [wrap(result("state")), wrap(result("outcome"))],
          [value({ state: "four" }), value({ outcome: "five" })],
        ),
      },
      "400": {
        description: "Refused.",
        content: {
          "application/json": {
            schema: { type: "object", properties: { message: { type: "string" } } },
            example: { message: "Something else is wrong." },
          },
        },
      },
    },
  },
});

/** A document with two versions of the vendor media type, with different schemas and examples. */
const document = {
  openapi: "3.1.0",
  info: { title: "Orders", version: "1" },
  paths: {
    "/order": operation(
      "order",
      (schema) => schema,
      (example) => example,
    ),
    "/orders": operation("orderMany", list, (example) => [example]),
  },
};

let mock: ApiMock;
beforeAll(async () => {
  mock = await startMockOf(document);
});
afterAll(() => mock.close());
beforeEach(() => mock.reset());

async function post(path: string, body: unknown, type: string, accept = type) {
  const headers = { "content-type": type, accept };
  const response = await fetch(mock.url + path, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, type: response.headers.get("content-type"), body: await response.json() };
}

describe("each version is checked against its own schema and answered from its own examples", () => {
  test.each([
    [v4, { name: "oak" }, { state: "four" }],
    [v5, { article: 1 }, { outcome: "five" }],
  ])("%s", async (type, body, answer) => {
    expect(await post("/order", body, type)).toEqual({ status: 200, type, body: answer });
    expect(await post("/orders", [body, body], type)).toEqual({ status: 200, type, body: [answer, answer] });
    expect(mock.requests.flatMap(({ violations }) => violations)).toEqual([]);
  });

  test("what is right in one is wrong in the other", async () => {
    expect(await post("/order", { name: "oak" }, v5)).toMatchObject({ status: 400 });
    expect(await post("/orders", [{ article: 1 }], v4)).toMatchObject({ status: 400 });
  });

  test("a request in one can be answered in the other", async () => {
    expect(await post("/order", { article: 1 }, v5, v4)).toEqual({
      status: 200,
      type: v4,
      body: { state: "four" },
    });
  });

  test("an example that is asked for by name decides among the versions that are accepted", async () => {
    const ask = async (accept: string) => {
      const headers = { "content-type": v4, accept, prefer: "code=200, example=other" };
      const response = await fetch(`${mock.url}/order`, { method: "POST", headers, body: '{"name":"oak"}' });
      return [response.status, response.headers.get("content-type")];
    };
    expect(await ask(`${v4}, ${v5}`)).toEqual([200, v5]);
    expect(await ask(v4)).toEqual([406, "application/problem+json"]);
  });

  test("generated answers keep to the version that was asked for", async () => {
    const generated = await mock.session({ seed: 3 });
    const response = await fetch(`${generated.url}/order`, {
      method: "POST",
      headers: { "content-type": v4, accept: v5 },
      body: '{"name":"oak"}',
    });
    expect(await response.json()).toEqual({ outcome: expect.any(String) });
    expect(generated.requests[0]?.violations).toEqual([]);
  });
});
