// A program for an API that requires its key in the URL, which the client refuses with a message.
// Usage: node program.ts URL

import assert from "node:assert/strict";
import { api } from "./operations.gen.ts";
import { type CloseMethods, createApiClient, createFailures, type FetchMethods } from "./runtime.ts";
import type { paths } from "./types.gen.ts";

type Client = FetchMethods<paths, typeof api> & CloseMethods;

const [baseUrl] = process.argv.slice(2);
const failures = createFailures({ name: "IbanError", marker: "iban/error", label: "iban" });
let sent = 0;
const client = createApiClient<Client>(
  { api, failures, packageName: "iban" },
  {
    apiKey: "a-key",
    baseUrl,
    fetch: (url, init) => {
      sent += 1;
      return globalThis.fetch(url, init);
    },
  },
);
await assert.rejects(client.GET("/balance"), (error: unknown) => {
  assert.ok(error instanceof failures.ConfigurationError);
  assert.match(error.message, /security scheme `api_key_security`: only in a header, .* never in a URL\./);
  assert.equal(error.next, "fix-setup");
  return true;
});
assert.equal(sent, 0);
await client.close();
