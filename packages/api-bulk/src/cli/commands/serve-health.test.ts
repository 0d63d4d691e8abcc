import { expect, onTestFinished, test } from "vitest";
import { serveHealth } from "./serve-health.ts";

test("it is ready while the journal answers, and alive in any case", async () => {
  let isThere = true;
  const health = await serveHealth(0, async () => {
    if (!isThere) throw new Error("gone");
  });
  onTestFinished(health.close);
  const statusOf = async (path: string) => (await fetch(`http://127.0.0.1:${health.port}${path}`)).status;
  expect(await Promise.all(["/live", "/ready", "/other"].map(statusOf))).toEqual([200, 200, 404]);
  isThere = false;
  expect(await Promise.all(["/live", "/ready"].map(statusOf))).toEqual([200, 503]);
});
