import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

// Needs the mock at NP6_BASE_URL. The bundle runs in a folder without node_modules, like in production.
test("the bundled file runs alone", async () => {
  const folder = await mkdtemp(join(tmpdir(), "np6-function-"));
  try {
    await cp("dist/handler.mjs", join(folder, "handler.mjs"));
    const { handler } = await import(pathToFileURL(join(folder, "handler.mjs")).href);
    const body = JSON.stringify({ workflow: 42, receiver: "000A1B2C" });
    assert.deepEqual(await handler({ body }), { statusCode: 200, body: '{"result":"success"}' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
