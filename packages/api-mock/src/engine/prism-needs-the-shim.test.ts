import { afterAll, beforeAll, expect, test } from "vitest";
import { deriveMockDocument } from "./derive-mock-document.ts";
import { type Prism, startPrism } from "./start-prism.ts";

const learned =
  "Prism now handles JSON under a media type without +json. Delete what renames media types: derive-mock-document.ts, prism-media-type.ts and their callers.";
const vendor = "application/vnd.example.shelf-v1";
const content = { [vendor]: { schema: { type: "object" }, example: { name: "oak" } } };
const document = {
  openapi: "3.1.0",
  info: { title: "Shelves", version: "1.0.0" },
  paths: {
    "/in": {
      put: { requestBody: { required: true, content }, responses: { "204": { description: "Put" } } },
    },
    "/out": { get: { responses: { "200": { description: "Got", content } } } },
  },
};

let plain: Prism;
let derived: Prism;
beforeAll(async () => {
  plain = await startPrism(document);
  derived = await startPrism(deriveMockDocument(document, new Set([vendor])));
});
afterAll(async () => {
  await plain.stop();
  await derived.stop();
});

function putIn({ port }: Prism, contentType: string): Promise<Response> {
  const body = '{"name":"oak"}';
  return fetch(`http://127.0.0.1:${port}/in`, {
    method: "PUT",
    headers: { "Content-Type": contentType },
    body,
  });
}

function getOut({ port }: Prism, accept: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/out`, { headers: { Accept: accept } });
}

test("Prism alone still takes a body in the vendor's media type for text and refuses it", async () => {
  const response = await putIn(plain, vendor);
  expect(response.status, learned).toBe(422);
  expect(await response.text(), learned).toContain("body must be object");
});

test("Prism alone still cannot write an answer in the vendor's media type", async () => {
  const response = await getOut(plain, vendor);
  expect(response.status, learned).toBe(500);
  expect(await response.text(), learned).toContain("Cannot find serializer");
});

test("with the derived document it does both, so the failures above are the media type's", async () => {
  expect((await putIn(derived, `${vendor}+json`)).status).toBe(204);
  const response = await getOut(derived, `${vendor}+json`);
  expect([response.status, await response.text()]).toEqual([200, '{"name":"oak"}']);
});
