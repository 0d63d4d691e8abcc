const assert = require("node:assert/strict");
const { once } = require("node:events");
const { test } = require("node:test");
const { createClient } = require("@np6/api-client");
const { createService } = require("./service.js");

// Needs the mock at NP6_BASE_URL (`npx np6-mock` prints it). Without it, the client refuses every call.
const np6 = createClient({ apiKey: process.env.NP6_API_KEY, baseUrl: process.env.NP6_BASE_URL });

test("customers are welcomed in one call", async () => {
  const service = createService(np6, 42).listen(0, "127.0.0.1");
  await once(service, "listening");
  try {
    const address = service.address();
    assert(address !== null && typeof address === "object");
    const body = JSON.stringify(["000A1B2C", "000A1B2D"]);
    const response = await fetch(`http://127.0.0.1:${address.port}/welcome`, { method: "POST", body });
    assert.equal(response.status, 200);
    assert.equal((await response.json())[0], "success");
  } finally {
    service.close();
  }
});
