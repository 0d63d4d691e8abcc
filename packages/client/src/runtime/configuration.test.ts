import { afterEach, describe, expect, test, vi } from "vitest";
import { type ClientOptions, resolveConfiguration } from "./configuration.ts";
import { exampleApi } from "./example-api.test-support.ts";
import { failureOf } from "./failure-of.test-support.ts";

const resolve = (options: unknown) => resolveConfiguration(options as ClientOptions, exampleApi);

afterEach(() => vi.unstubAllGlobals());

describe("the options of a client", () => {
  test("need only a key; the server comes from the spec", () => {
    expect(resolve({ apiKey: "k" })).toMatchObject({ apiKey: "k", baseUrl: "https://api.example.com" });
  });

  test("may name another server", () => {
    expect(resolve({ apiKey: "k", baseUrl: "http://127.0.0.1:1/" }).baseUrl).toBe("http://127.0.0.1:1");
  });

  test("need a server when the spec names none", async () => {
    const { server: _, ...withoutServer } = exampleApi;
    const failure = await failureOf(() => resolveConfiguration({ apiKey: "k" }, withoutServer));
    expect(failure.message).toContain("`baseUrl` must be a string");
  });

  test.each([undefined, null, "k"])("that are %j are refused with what is needed", async (options) => {
    const failure = await failureOf(() => resolve(options));
    expect(failure.message).toBe("createClient takes an object with: apiKey, baseUrl, fetch.");
  });

  test("with a misspelled name are refused, naming it and not its value", async () => {
    const failure = await failureOf(() => resolve({ apikey: "s3cret" }));
    expect(failure.message).toBe("createClient has no option `apikey`; it takes: apiKey, baseUrl, fetch.");
  });

  test("with a fetch that is no function are refused", async () => {
    const failure = await failureOf(() => resolve({ apiKey: "k", fetch: {} }));
    expect(failure.message).toBe("`fetch` must be a function.");
  });

  test("without a fetch use the global one as it is at each request", async () => {
    const { fetch } = resolve({ apiKey: "k" });
    const replaced = vi.fn(async () => new Response("later"));
    vi.stubGlobal("fetch", replaced);
    expect(await (await fetch("https://api.example.com", {})).text()).toBe("later");
    expect(replaced).toHaveBeenCalledOnce();
  });
});
