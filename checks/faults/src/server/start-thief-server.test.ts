import { expect, onTestFinished, test } from "vitest";
import { respond } from "../script/respond.ts";
import { openRawClient } from "../wire/open-raw-client.test-support.ts";
import { startThiefServer } from "./start-thief-server.ts";
import { useFaultServer } from "./use-fault-server.test-support.ts";

async function useThief() {
  const thief = await startThiefServer();
  onTestFinished(() => thief.close());
  return thief;
}

test("whoever follows a redirect to the thief believes to have succeeded, and left the secret there", async () => {
  const thief = await useThief();
  const server = await useFaultServer();
  server.script(respond({ status: 307, headers: [["Location", `${thief.url}/stolen`]] }));
  const response = await fetch(server.url, {
    method: "POST",
    body: "the mail",
    headers: { "X-Key": "secret" },
  });
  expect([response.status, await response.json()]).toEqual([200, {}]);
  expect(thief.connections).toBe(1);
  expect(thief.received).toMatch(/^POST \/stolen /);
  expect(thief.received).toContain("X-Key: secret");
});

test("a client that does not follow leaves nothing", async () => {
  const thief = await useThief();
  const server = await useFaultServer();
  server.script(respond({ status: 307, headers: [["Location", `${thief.url}/stolen`]] }));
  await fetch(server.url, { redirect: "manual" });
  expect(thief).toMatchObject({ connections: 0, received: "" });
});

test("a connection counts without a byte", async () => {
  const thief = await useThief();
  const client = await openRawClient(thief.url);
  // The second connection is answered, so the first one has been accepted before.
  await fetch(thief.url);
  expect(thief.connections).toBe(2);
  client.destroy();
});
