import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createUndiciFetch } from "../testing/create-undici-fetch.test-support.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { startTestServer } from "../testing/test-server.test-support.ts";

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

/** Makes the options of a request with a fresh module, which has not inspected the runtime yet. */
async function freshInit(): Promise<RequestInit> {
  const { requestInit } = await import("./request-init.ts");
  return requestInit("POST", { "x-a": "1" }, "{}", AbortSignal.abort());
}

test("a request may not be answered from a cache, nor follow a redirect", async () => {
  expect(await freshInit()).toMatchObject({
    method: "POST",
    cache: "no-store",
    redirect: "manual",
    body: "{}",
  });
});

test("where the runtime refuses the member, it is left out; that is found out once, and without a request", async () => {
  let asked = 0;
  const fetch = vi.fn();
  vi.stubGlobal("fetch", fetch);
  vi.stubGlobal(
    "Request",
    class {
      constructor(_url: string, { cache }: RequestInit) {
        asked += 1;
        // The error of workerd before its compatibility date 2024-11-11.
        if (cache !== undefined)
          throw new Error("The 'cache' field on 'RequestInitializerDict' is not implemented.");
      }
    },
  );
  expect(await freshInit()).not.toHaveProperty("cache");
  const { requestInit } = await import("./request-init.ts");
  requestInit("GET", {}, undefined, AbortSignal.abort());
  expect([asked, fetch.mock.calls.length]).toEqual([1, 0]);
});

test("both transports tell caches on the way, unless the caller says something else", async () => {
  const { url, requests } = await startTestServer((response) =>
    response.writeHead(200, { "content-type": "application/json" }).end('{"done":true}'),
  );
  const undici = createUndiciFetch();
  for (const fetch of [undefined, undici]) {
    const { byOperation } = exampleClient({ baseUrl: url, fetch });
    await byOperation.runThing({ path: { id: 1 } });
    await byOperation.runThing({ path: { id: 1 }, headers: { "Cache-Control": "max-age=0" } });
  }
  const told = requests.map(({ headers }) => [headers["cache-control"], headers.pragma]);
  const [platform, platformOwn, byUndici, byUndiciOwn] = told;
  expect(platform).toEqual(["no-cache", "no-cache"]);
  expect(byUndici).toEqual(platform);
  expect(byUndiciOwn).toEqual(platformOwn);
  await undici.close();
});
