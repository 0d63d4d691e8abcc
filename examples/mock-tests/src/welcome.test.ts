import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createClient, type Np6Client } from "@np6/api-client";
import { type Mock, startMock } from "@np6/api-mock";
import { welcome } from "./welcome.js";

let mock: Mock;
let np6: Np6Client;
before(async () => {
  mock = await startMock();
  np6 = createClient({ apiKey: "any", baseUrl: mock.url, retry: false });
});
after(() => mock.close());

// `Prefer` makes the mock answer what the document has for that status.
const answers = [
  ["code=200, example=success", "sent"],
  ["code=200, example=error", "refused"],
  ["code=409, body=empty", "refused"],
  ["code=500", "unknown: look it up before sending again"],
] as const;

for (const [prefer, expected] of answers) {
  test(`an answer of ${prefer} is ${expected}`, async () => {
    assert.equal(await welcome(np6, "000A1B2C", { Prefer: prefer }), expected);
  });
}
