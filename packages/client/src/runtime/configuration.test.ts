import { afterEach, describe, expect, test, vi } from "vitest";
import { type ClientOptions, resolveConfiguration } from "./configuration.ts";
import { exampleApi } from "./example-api.test-support.ts";
import { failureOf } from "./failure-of.test-support.ts";

const resolve = (options: unknown) => resolveConfiguration(options as ClientOptions, exampleApi);

afterEach(() => vi.unstubAllGlobals());

const all =
  "apiKey, baseUrl, fetch, preferredMediaTypes, retry, attemptTimeoutMs, deadlineMs, maxResponseBytes, maxConcurrency, on, validation, dangerouslyAllowBrowser";

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
    expect(failure.message).toContain(`createClient takes an object with: ${all}`);
  });

  test("with a misspelled name are refused, naming it and not its value", async () => {
    const failure = await failureOf(() => resolve({ apikey: "s3cret" }));
    expect(failure.message).not.toContain("s3cret");
    expect(failure.message).toContain(`createClient has no option \`apikey\`; it takes: ${all}`);
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

describe("in a browser", () => {
  const options = { apiKey: "s3cret" };

  test("a client is refused, because every visitor could read the key", async () => {
    vi.stubGlobal("window", {});
    vi.stubGlobal("document", {});
    for (const dangerouslyAllowBrowser of [undefined, false, "yes", 1]) {
      const failure = await failureOf(() => resolve({ ...options, dangerouslyAllowBrowser }));
      expect(failure.message).toContain("this is a browser, where every visitor can read the key");
      expect(failure.message).toContain("`dangerouslyAllowBrowser`");
      expect(failure.message).not.toContain("s3cret");
    }
  });

  test("it is made for whoever says so in an alarming word", () => {
    vi.stubGlobal("window", {});
    vi.stubGlobal("document", {});
    expect(resolve({ ...options, dangerouslyAllowBrowser: true }).apiKey).toBe("s3cret");
  });

  test.each(["window", "document"])("is not where only a %s is", (name) => {
    vi.stubGlobal(name, {});
    expect(resolve(options).apiKey).toBe("s3cret");
  });
});

describe("the limits of a client", () => {
  test("are 32 MiB for a body, and any number of calls at once", () => {
    expect(resolve({ apiKey: "k" })).toMatchObject({
      maxResponseBytes: 33_554_432,
      maxConcurrency: undefined,
    });
  });

  test.each(["maxResponseBytes", "maxConcurrency"])("%s is a positive integer", async (name) => {
    for (const value of [0, -1, 1.5, "1", null, Number.NaN, Number.POSITIVE_INFINITY]) {
      const failure = await failureOf(() => resolve({ apiKey: "k", [name]: value }));
      expect(failure.message).toBe(`\`${name}\` must be an integer from 1 to 9007199254740991.`);
    }
    expect(resolve({ apiKey: "k", [name]: 1 })).toHaveProperty(name, 1);
  });

  test("are those of its calls: what no client may set is refused", async () => {
    const retry = { nonIdempotentWhenUnknown: true };
    const failure = await failureOf(() => resolve({ apiKey: "k", retry }));
    expect(failure.message).toContain("`retry` has no option `nonIdempotentWhenUnknown`");
    expect(resolve({ apiKey: "k", retry: false, deadlineMs: 5 }).settings).toMatchObject({
      retry: { maxAttempts: 1 },
      deadlineMs: 5,
    });
  });
});

describe("the hooks of a client", () => {
  test("are functions with known names", async () => {
    const misspelled = await failureOf(() => resolve({ apiKey: "k", on: { retries: () => undefined } }));
    expect(misspelled.message).toContain("`on` has no option `retries`");
    const unfit = await failureOf(() => resolve({ apiKey: "k", on: { retry: "log" } }));
    expect(unfit.message).toBe("`on.retry` must be a function.");
    for (const on of [null, "log"]) {
      expect((await failureOf(() => resolve({ apiKey: "k", on }))).message).toContain("`on` takes an object");
    }
    expect(resolve({ apiKey: "k", on: { request: undefined } }).on).toEqual({ request: undefined });
  });
});
