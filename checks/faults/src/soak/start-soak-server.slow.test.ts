import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { startSoakServer } from "./start-soak-server.ts";

const options = {
  seed: 1,
  faultRate: 0,
  contentType: "application/json",
  json: "{}",
  otherOrigin: "http://127.0.0.1:9",
};

async function refuses(url: string): Promise<boolean> {
  return fetch(url).then(
    () => false,
    (error) => error.cause?.code === "ECONNREFUSED",
  );
}

test("the service runs in another process, reports its ledger, and ends when it is told to", async () => {
  const server = await startSoakServer(options);
  expect(await (await fetch(server.url, { method: "POST", body: '{"id":"a"}' })).text()).toBe("{}");
  expect(await server.ledger()).toMatchObject({
    entries: { a: { received: 1, refused: 0, processed: 1 } },
    connections: 1,
    requests: 1,
  });
  await server.close();
  expect(await refuses(server.url)).toBe(true);
  await server.close();
});

test("options are refused before a process is started", async () => {
  await expect(startSoakServer({ ...options, faultRate: -1 })).rejects.toThrow("faultRate is -1");
});

test("it ends with its parent, even when the parent is killed", async () => {
  const index = new URL("../index.ts", import.meta.url).href;
  const parent = spawn(process.execPath, [
    "--input-type=module",
    "--eval",
    `import { startSoakServer } from ${JSON.stringify(index)};
     console.log((await startSoakServer(${JSON.stringify(options)})).url);`,
  ]);
  const [url] = await once(parent.stdout, "data");
  expect(await refuses(`${url}`.trim())).toBe(false);
  parent.kill("SIGKILL");
  while (!(await refuses(`${url}`.trim()))) await setTimeout(20);
});
