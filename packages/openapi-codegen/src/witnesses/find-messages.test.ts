import { diffDocuments } from "@np6/openapi-diff";
import type { JsonObject } from "@np6/openapi-document";
import { expect, it } from "vitest";
import { findMessages } from "./find-messages.ts";

const text = { type: "string" };
const key = (name: string) => ({ type: "apiKey", in: "header", name });
const oauth = { type: "oauth2", flows: {} };

function api(operation: object, more: object = {}): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    servers: [{ url: "https://a.example" }],
    paths: { "/a": { post: { operationId: "act", responses: { 204: { description: "d" } }, ...operation } } },
    ...more,
  };
}

const query = (parameter: object) =>
  api({ parameters: [{ in: "query", name: "q", schema: text, ...parameter }] });
const list = (more: object) => query({ schema: { type: "array", items: text }, ...more });
const body = (required: boolean) =>
  api({ requestBody: { required, content: { "text/plain": { schema: text } } } });
const secured = (scheme: object, scopes: readonly string[] = []) =>
  api({ security: [{ k: scopes }] }, { components: { securitySchemes: { k: scheme } } });
const headed = (headers: object) => api({ responses: { 204: { description: "d", headers } } });
const id = { "X-Id": { required: true, schema: text } };

it.each<[string, JsonObject, JsonObject, object]>([
  ["an operation that is gone", api({}), { ...api({}), paths: {} }, { address: "POST /a" }],
  [
    "another server",
    api({}),
    api({}, { servers: [{ url: "https://b.example" }] }),
    { server: "https://a.example" },
  ],
  ["a parameter that is demanded", query({}), query({ required: true }), { parameters: [] }],
  ["a parameter that is gone", query({}), api({}), { parameters: ["query q=a%2Fb"] }],
  [
    "a list that is written otherwise",
    list({}),
    list({ explode: false }),
    { parameters: ["query q=text&q=text"] },
  ],
  ["reserved characters", query({}), query({ allowReserved: true }), { parameters: ["query q=a%2Fb"] }],
  ["a body that is demanded", body(false), body(true), { body: undefined }],
  ["another header for the key", secured(key("X-A")), secured(key("X-B")), { security: [{ header: "X-A" }] }],
  [
    "one scope more",
    secured(oauth, ["r"]),
    secured(oauth, ["r", "w"]),
    { security: [{ type: "oauth2", scopes: ["r"] }] },
  ],
  ["a header that is gone", headed(id), headed({}), { status: "204", headers: {} }],
  [
    "a header that may be missing",
    headed(id),
    headed({ "X-Id": { schema: text } }),
    { status: "204", headers: {} },
  ],
])("finds a message for %s", (_, base, head, message) => {
  const [change] = diffDocuments(base, head).changes;
  expect(change?.bump).toBe("major");
  expect(change && findMessages(base, head)(change)?.sample).toMatchObject(message);
});

it("finds none for a part that is the same", () => {
  const [base, head] = [query({}), query({ required: true })];
  const messageOf = findMessages(base, head);
  const change = { bump: "major", message: "m", operationId: "act" } as const;
  expect(messageOf({ ...change, pointer: "#/servers/0/url" })).toBeUndefined();
  expect(messageOf({ ...change, pointer: "#/paths/~1a/post/security" })).toBeUndefined();
  expect(messageOf({ ...change, pointer: "#/paths/~1a/post/requestBody" })).toBeUndefined();
  expect(
    messageOf({ ...change, direction: "response", pointer: "#/paths/~1a/post/responses/204" }),
  ).toBeUndefined();
});
