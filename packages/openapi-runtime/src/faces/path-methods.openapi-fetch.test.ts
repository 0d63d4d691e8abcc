import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { fuzzSettings } from "../fuzz/fuzz-settings.test-support.ts";
import type { ClientOptions, Fetch } from "../options/configuration.ts";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { type ExampleClient, exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";

type Init = Readonly<Record<string, unknown>>;
type Methods = Readonly<Record<string, (...words: unknown[]) => Promise<unknown>>>;

/** A client that records its requests. Its calls by both faces return URL, headers and body, or the refusal. */
function watchedClient(options: Partial<ClientOptions> = {}) {
  const fetch = vi.fn<Fetch>(async () => new Response(null, { status: 500 }));
  const client: ExampleClient = exampleClient({
    fetch,
    retry: false,
    baseUrl: "https://api.example.com/base",
    ...options,
  });
  const sent = async (call: () => unknown) => {
    fetch.mockClear();
    try {
      await call();
    } catch (error) {
      if (fetch.mock.calls.length === 0) return { refused: (error as Error).message };
    }
    const [[url, { headers, body }] = ["", {} as RequestInit]] = fetch.mock.calls;
    return { url, headers, body };
  };
  return {
    byOperation: (id: string, { params, ...init }: { readonly params?: Init } & Init) =>
      sent(() => (client.byOperation as unknown as Methods)[id]?.({ ...params, ...init })),
    byPath: (id: string, init: Init) => {
      const { method, path } = exampleOperation(id);
      return sent(() => (client.byPath as unknown as Methods)[method]?.(path, init));
    },
  };
}

const queryValue = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined),
);
const query = fc.dictionary(
  fc.string(),
  fc.oneof(queryValue, fc.array(queryValue), fc.dictionary(fc.string(), queryValue)),
);

describe("both faces send to the same URL", () => {
  test("whatever the query is", async () => {
    const { byOperation, byPath } = watchedClient();
    await fc.assert(
      fc.asyncProperty(query, async (given) => {
        const init = { params: { query: given } };
        expect(await byOperation("listThings", init)).toEqual(await byPath("listThings", init));
      }),
      fuzzSettings(),
    );
  });

  test("with lists in one parameter, as the document says for each", async () => {
    const { byOperation, byPath } = watchedClient();
    const init = { params: { query: { inOne: ["a", "b,c"], tag: ["a", "b"] } } };
    const sent = await byPath("listThings", init);
    expect(sent).toEqual(await byOperation("listThings", init));
    expect(new URL(sent.url ?? "").search).toBe("?inOne=a|b%2Cc&tag=a&tag=b");
  });

  test("whatever the path parameter is", async () => {
    const { byOperation, byPath } = watchedClient();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: "binary" }), fc.integer(), fc.constant("$&")),
        async (name) => {
          const init = { params: { path: { name } } };
          expect(await byOperation("readNote", init)).toEqual(await byPath("readNote", init));
        },
      ),
    );
  });

  test.each<[string, Partial<ClientOptions>, string]>([
    ["a function for the query", { querySerializer: (given) => `?q=${Object.keys(given)}` }, "q=tag"],
    [
      "another form of lists",
      { querySerializer: { array: { style: "pipeDelimited", explode: false } } },
      "tag=a|b",
    ],
    ["a function for the path", { pathSerializer: (template) => `${template}/all` }, "tag=a&tag=b"],
  ])("with %s", async (_name, options, search) => {
    const { byOperation, byPath } = watchedClient(options);
    const init = { params: { query: { tag: ["a", "b"] } } };
    const sent = await byPath("listThings", init);
    expect(sent).toEqual(await byOperation("listThings", init));
    expect(new URL(sent.url ?? "").search).toBe(`?${search}`);
  });
});

describe("a call's own serializers", () => {
  test("go over the client's, and options for the query are merged", async () => {
    const { byPath } = watchedClient({
      querySerializer: { array: { style: "form", explode: false }, allowReserved: true },
      bodySerializer: () => "client",
    });
    const params = { query: { tag: ["a", "b"] } };
    expect((await byPath("listThings", { params })).url).toMatch(/\?tag=a,b$/);
    const querySerializer = { array: { style: "pipeDelimited", explode: false } };
    expect((await byPath("listThings", { params, querySerializer })).url).toMatch(/\?tag=a\|b$/);
    expect(await byPath("createThing", { body: {} })).toMatchObject({ body: "client" });
    const bodySerializer = (body: unknown, { accept }: Record<string, string>) =>
      `${JSON.stringify(body)} ${accept}`;
    expect(await byPath("createThing", { body: { a: 1 }, bodySerializer })).toMatchObject({
      body: '{"a":1} undefined',
      headers: { "Content-Type": "application/vnd.example.thing-v1" },
    });
  });

  test.each<[string, Init, string]>([
    [
      "a path that climbs",
      { pathSerializer: () => "https://api.example.com/base/../admin" },
      "a `.` or `..` segment",
    ],
    [
      "a path that climbs by escapes",
      { pathSerializer: () => "https://api.example.com/%2e%2E/admin" },
      "`..` segment",
    ],
    [
      "another origin",
      { pathSerializer: () => "https://elsewhere.example/base" },
      "leaves the origin of `baseUrl`",
    ],
    ["a fragment", { querySerializer: () => "a=1#b" }, "a `#`"],
    ["a line end", { querySerializer: () => "a=\n" }, "a control character"],
    ["no function for a path", { pathSerializer: "x" }, "`pathSerializer` must be a function."],
    [
      "no way to write a query",
      { querySerializer: 1 },
      "`querySerializer` takes an object with: array, object, allowReserved",
    ],
    [
      "an unknown option for a query",
      { querySerializer: { style: 1 } },
      "`querySerializer` has no option `style`",
    ],
  ])("that write %s are refused", async (_name, init, message) => {
    const { byPath } = watchedClient();
    expect((await byPath("listThings", init)).refused).toContain(message);
  });

  test("that cannot write a body are refused", async () => {
    const { byPath } = watchedClient();
    const cases: [unknown, string][] = [
      [() => ({}), "must return a string, or bytes or a form"],
      [() => new FormData(), "returned a FormData for another media type; choose `contentType`."],
      [
        () => {
          throw new Error("no");
        },
        "`bodySerializer` failed; see `cause`.",
      ],
    ];
    for (const [bodySerializer, message] of cases) {
      expect((await byPath("createThing", { body: {}, bodySerializer })).refused).toContain(message);
    }
  });

  test("do not hide a path parameter that is missing", async () => {
    const { byPath } = watchedClient({ pathSerializer: (template) => template });
    expect((await byPath("readNote", {})).refused).toContain("path parameter `name` is missing");
  });
});

describe("a client's headers", () => {
  test("come with every call, and a call's own win; null leaves one out", async () => {
    const { byOperation, byPath } = watchedClient({ headers: { "X-Team": "a", "X-Trace": "client" } });
    const init = { headers: { "x-team": null }, params: { header: { "X-Trace": "call" } } };
    for (const call of [byOperation, byPath]) {
      expect((await call("listThings", {})).headers).toMatchObject({ "x-team": "a", "x-trace": "client" });
      const { headers } = await call("listThings", init);
      expect(headers).toMatchObject({ "x-trace": "call" });
      expect(headers).not.toHaveProperty("x-team");
    }
  });

  test("can be asked for at each call, which is told", async () => {
    const headers = vi.fn(() => ({ traceparent: `00-${headers.mock.calls.length}` }));
    const { byOperation } = watchedClient({ headers });
    await byOperation("listThings", {});
    expect((await byOperation("listThings", {})).headers).toMatchObject({ traceparent: "00-2" });
    expect(headers).toHaveBeenLastCalledWith({ operationId: "listThings", method: "GET", path: "/things" });
  });

  test.each<[unknown, string]>([
    [{ "X-Key": "k" }, "a call must not set the header x-key; use the client's `apiKey`."],
    [{ host: "elsewhere.example" }, "a call must not set the header host"],
    [{ "X-A": ["1"] }, "the header x-a is a list"],
    ["X-A: 1", "`headers` must be an object of names and values"],
  ])("are looked at when the client is made (%#)", async (headers, message) => {
    const failure = await failureOf(() => exampleClient({ headers: headers as ClientOptions["headers"] }));
    expect(failure).toMatchObject({ kind: "configuration", next: "fix-setup", operationId: undefined });
    expect(failure.message).toContain(message);
  });

  test.each<[unknown, string]>([
    [() => ({ "X-Key": "k" }), "a call must not set the header x-key; use the client's `apiKey`."],
    [() => 7, "`headers` must be an object of names and values"],
    [
      () => {
        throw new Error("no");
      },
      "the client's `headers` function failed; see `cause`.",
    ],
  ])("that a call could not have are refused (%#)", async (headers, message) => {
    const { byOperation } = watchedClient({ headers: headers as ClientOptions["headers"] });
    expect((await byOperation("listThings", {})).refused).toContain(message);
  });
});

test("openapi-fetch is loaded by the first call by path, and by nothing before it", () => {
  const client = JSON.stringify(import.meta.resolve("../testing/example-client.test-support.ts"));
  const program = `
    import { registerHooks } from "node:module";
    const loaded = [];
    registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
    const { exampleClient } = await import(${client});
    const fetch = async () => new Response("[]", { headers: { "content-type": "application/json" } });
    const { byOperation, byPath, closing } = exampleClient({ fetch });
    const isLoaded = () => loaded.some((url) => url.includes("/openapi-fetch/"));
    const told = [isLoaded()];
    await byOperation.listThings({ query: { tag: ["a"] } });
    told.push(isLoaded());
    await byPath.GET("/things");
    told.push(isLoaded());
    await closing.close();
    console.log(JSON.stringify(told));`;
  const words = ["--disable-warning=ExperimentalWarning", "--input-type=module", "--eval", program];
  const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect(stdout, stderr).toBe("[false,false,true]\n");
});

test("a refusal of a call by path is the client's own", async () => {
  const { byPath } = exampleClient({});
  expect(await failureOf(() => byPath.GET("/things", { params: 1 as never }))).toMatchObject({
    kind: "configuration",
    operationId: "listThings",
  });
});
