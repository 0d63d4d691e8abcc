import { afterEach, describe, expect, test, vi } from "vitest";
import { exampleApi } from "../testing/example-api.test-support.ts";
import { exampleDefinition } from "../testing/example-client.test-support.ts";
import { exampleFailures } from "../testing/example-failures.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { type ClientOptions, resolveConfiguration } from "./configuration.ts";

const { ConfigurationError } = exampleFailures;

const resolve = (options: unknown) => resolveConfiguration(options as ClientOptions, exampleDefinition);

/** The required options. These tests run in vitest, and the example API's server counts as a real one. */
const base = { apiKey: "k", allowRealApi: true };

afterEach(() => vi.unstubAllGlobals());

const all =
  "apiKey, baseUrl, allowRealApi, fetch, headers, preferredMediaTypes, querySerializer, pathSerializer, bodySerializer, retry, attemptTimeoutMs, deadlineMs, queueTimeoutMs, maxResponseBytes, maxConcurrency, on, wrap, validation, dangerouslyAllowBrowser, dangerouslyAllowHttp";

describe("the options of a client", () => {
  test("need only a key; the server comes from the spec", () => {
    expect(resolve(base)).toMatchObject({ apiKey: "k", baseUrl: "https://api.example.com" });
  });

  test("may name another server", () => {
    expect(resolve({ apiKey: "k", baseUrl: "http://127.0.0.1:1/" }).baseUrl).toBe("http://127.0.0.1:1");
  });

  test("need a server when the spec names none", async () => {
    const { server: _, ...withoutServer } = exampleApi;
    const failure = await failureOf(() =>
      resolveConfiguration({ apiKey: "k" }, { ...exampleDefinition, api: withoutServer }),
    );
    expect(failure.message).toBe("`baseUrl` is missing, and the spec names no server.");
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
    const failure = await failureOf(() => resolve({ ...base, fetch: {} }));
    expect(failure.message).toBe("`fetch` must be a function.");
  });

  test("without a fetch use the global one as it is at each request", async () => {
    const { fetch } = resolve(base);
    const replaced = vi.fn(async () => new Response("later"));
    vi.stubGlobal("fetch", replaced);
    expect(await (await fetch("https://api.example.com", {})).text()).toBe("later");
    expect(replaced).toHaveBeenCalledOnce();
  });
});

describe("in a browser", () => {
  const options = { apiKey: "s3cret", allowRealApi: true };

  /** Simulates a web page with the `process` of a bundler or a runtime. */
  function stubPage(process: object): void {
    vi.stubGlobal("window", {});
    vi.stubGlobal("document", {});
    vi.stubGlobal("process", process);
  }

  const pages = [
    ["with a bundler's `process`", { env: {}, browser: true, versions: {} }],
    ["with one that claims a version of Node", { env: {}, browser: true, versions: { node: "20.0.0" } }],
    ["of Electron with Node in it", Object.create(process, { type: { value: "renderer" } })],
  ] as const;

  test.each(pages)(
    "a client is refused in a page %s, because every visitor could read the key",
    (_, page) => {
      for (const dangerouslyAllowBrowser of [undefined, false]) {
        stubPage(page);
        let thrown: unknown;
        try {
          resolve({ ...options, dangerouslyAllowBrowser });
        } catch (error) {
          thrown = exampleFailures.outward(error);
        }
        vi.unstubAllGlobals();
        expect(thrown).toBeInstanceOf(ConfigurationError);
        const { message } = thrown as Error;
        expect(message).toContain("this is a browser, where every visitor can read the key");
        expect(message).toContain("`dangerouslyAllowBrowser`");
        expect(message).not.toContain("s3cret");
      }
    },
  );

  test.each(pages)("it is made in a page %s for whoever says so in an alarming word", (_, page) => {
    stubPage(page);
    const { apiKey } = resolve({ ...options, dangerouslyAllowBrowser: true });
    vi.unstubAllGlobals();
    expect(apiKey).toBe("s3cret");
  });

  test.each(["window", "document"])("is not where only a %s is", (name) => {
    vi.stubGlobal(name, {});
    expect(resolve(options).apiKey).toBe("s3cret");
  });

  test("is not where a test's library brings a page to Node", () => {
    stubPage(process);
    expect(resolve(options).apiKey).toBe("s3cret");
  });
});

describe("what allows something", () => {
  test.each(["allowRealApi", "dangerouslyAllowBrowser", "dangerouslyAllowHttp"])(
    "is said with true or false (%s)",
    async (name) => {
      for (const value of ["true", "false", 1, null]) {
        const failure = await failureOf(() => resolve({ ...base, [name]: value }));
        expect(failure.message).toBe(`\`${name}\` must be true or false.`);
      }
    },
  );
});

describe("the limits of a client", () => {
  test("are 32 MiB for a body, and any number of calls at once", () => {
    expect(resolve(base)).toMatchObject({
      maxResponseBytes: 33_554_432,
      maxConcurrency: undefined,
    });
  });

  test.each(["maxResponseBytes", "maxConcurrency"])("%s is a positive integer", async (name) => {
    for (const value of [0, -1, 1.5, "1", null, Number.NaN, Number.POSITIVE_INFINITY]) {
      const failure = await failureOf(() => resolve({ ...base, [name]: value }));
      expect(failure.message).toBe(`\`${name}\` must be an integer from 1 to 9007199254740991.`);
    }
    expect(resolve({ ...base, [name]: 1 })).toHaveProperty(name, 1);
  });

  test("are those of its calls: what no client may set is refused", async () => {
    const retry = { nonIdempotentWhenUnknown: true };
    const failure = await failureOf(() => resolve({ ...base, retry }));
    expect(failure.message).toContain("`retry` has no option `nonIdempotentWhenUnknown`");
    expect(resolve({ ...base, retry: false, deadlineMs: 5 }).settings).toMatchObject({
      retry: { maxAttempts: 1 },
      deadlineMs: 5,
    });
  });
});

describe("the hooks of a client", () => {
  test("are functions with known names", async () => {
    const misspelled = await failureOf(() => resolve({ ...base, on: { retries: () => undefined } }));
    expect(misspelled.message).toContain("`on` has no option `retries`");
    const unfit = await failureOf(() => resolve({ ...base, on: { retry: "log" } }));
    expect(unfit.message).toBe("`on.retry` must be a function.");
    for (const on of [null, "log"]) {
      expect((await failureOf(() => resolve({ ...base, on }))).message).toContain("`on` takes an object");
    }
    expect(resolve({ ...base, on: { request: undefined } }).on).toEqual({ request: undefined });
  });
});
