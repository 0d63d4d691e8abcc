// A program for the WhatsApp Business API: bearer and basic authentication, a form, an image.
// Usage: node program.ts URL

import assert from "node:assert/strict";
import { api } from "./operations.gen.ts";
import {
  type CloseMethods,
  createApiClient,
  createFailures,
  type FetchMethods,
  type OperationMethods,
} from "./runtime.ts";
import type { operations, paths } from "./types.gen.ts";

type Client = OperationMethods<operations, typeof api> & FetchMethods<paths, typeof api> & CloseMethods;

const [baseUrl] = process.argv.slice(2);
const failures = createFailures({ name: "WhatsappError", marker: "whatsapp/error", label: "whatsapp" });
const definition = { api, failures, packageName: "whatsapp" };
const sent: [string, RequestInit][] = [];
const fetch = (url: string, init: RequestInit) => {
  sent.push([url, init]);
  return globalThis.fetch(url, init);
};
const last = () => {
  const [url = "", init = {}] = sent.at(-1) ?? [];
  return { path: new URL(url).pathname, headers: new Headers(init.headers), body: init.body };
};

const byToken = createApiClient<Client>(definition, { apiKey: "a-token", baseUrl, fetch });
await byToken.GetAllGroups();
assert.equal(last().headers.get("authorization"), "Bearer a-token");
assert.equal(last().headers.get("accept"), "application/json");

// The document requires basic authentication for this operation.
const byPassword = createApiClient<Client>(definition, { apiKey: "admin:a-secret", baseUrl, fetch });
await byPassword.LoginUser({ body: { new_password: "another-secret" } });
assert.equal(last().headers.get("authorization"), `Basic ${btoa("admin:a-secret")}`);
assert.equal(last().headers.get("content-type"), "application/json");
await assert.rejects(byToken.LoginUser({ body: { new_password: "another-secret" } }), (error: unknown) => {
  assert.ok(failures.isFailure(error) && error instanceof failures.ConfigurationError);
  assert.match(error.message, /security scheme `httpBasic`/);
  assert.doesNotMatch(JSON.stringify(error) + error.stack, /a-token|a-secret/);
  return true;
});

const form = new FormData();
form.append("file", new Blob(["png"], { type: "image/png" }), "icon.png");
await byToken.POST("/groups/{GroupId}/icon", { params: { path: { GroupId: "a group" } }, body: form });
assert.equal(last().path.endsWith("/groups/a%20group/icon"), true);
assert.ok(last().body instanceof FormData);

const image = new Blob(["\x89PNG"]);
const uploaded = await byToken.UploadMedia({ body: image, contentType: "image/png" });
assert.equal(last().headers.get("content-type"), "image/png");
assert.equal(last().body, image);
assert.ok(Array.isArray(uploaded.media));

// Either JSON or an image: the type of the result depends on `accept`.
const photo: Blob = await byToken.GetProfilePhoto({ accept: "image/jpeg" });
assert.ok(photo instanceof Blob && photo.type === "image/jpeg" && photo.size > 0);
assert.equal(last().headers.get("accept"), "image/jpeg");

const reports = await Promise.all([byToken.close(), byPassword.close()]);
assert.deepEqual(reports[0], { finished: 0, notSent: 0, unknown: 0 });
