import { expect, onTestFinished, test } from "vitest";
import { respond } from "../script/respond.ts";
import { openRawClient } from "../wire/open-raw-client.test-support.ts";
import { startOtherOrigin } from "./start-other-origin.ts";
import { useFaultServer } from "./use-fault-server.test-support.ts";

async function useOtherOrigin() {
  const otherOrigin = await startOtherOrigin();
  onTestFinished(() => otherOrigin.close());
  return otherOrigin;
}

test("whoever follows a redirect to another origin believes to have succeeded, and left the secret there", async () => {
  const otherOrigin = await useOtherOrigin();
  const server = await useFaultServer();
  server.script(respond({ status: 307, headers: [["Location", `${otherOrigin.url}/stolen`]] }));
  const response = await fetch(server.url, {
    method: "POST",
    body: "the mail",
    headers: { "X-Key": "secret" },
  });
  expect([response.status, await response.json()]).toEqual([200, {}]);
  expect(otherOrigin.connections).toBe(1);
  expect(otherOrigin.received).toMatch(/^POST \/stolen /);
  expect(otherOrigin.received).toContain("X-Key: secret");
});

test("a client that does not follow leaves nothing", async () => {
  const otherOrigin = await useOtherOrigin();
  const server = await useFaultServer();
  server.script(respond({ status: 307, headers: [["Location", `${otherOrigin.url}/stolen`]] }));
  await fetch(server.url, { redirect: "manual" });
  expect(otherOrigin).toMatchObject({ connections: 0, received: "" });
});

test("a connection counts without a byte", async () => {
  const otherOrigin = await useOtherOrigin();
  const client = await openRawClient(otherOrigin.url);
  // The second connection got a response, so the first one has been accepted before.
  await fetch(otherOrigin.url);
  expect(otherOrigin.connections).toBe(2);
  client.destroy();
});
