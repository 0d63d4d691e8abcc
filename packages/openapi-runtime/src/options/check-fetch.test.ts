import { Agent as HttpAgent } from "node:http";
import { Agent, MockAgent, ProxyAgent } from "undici";
import { expect, onTestFinished, test } from "vitest";
import { createUndiciFetch } from "../testing/create-undici-fetch.test-support.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { checkFetch, fetchFactoryMark } from "./check-fetch.ts";

test.each<[string, unknown]>([
  ["a promise of one", Promise.resolve(fetch)],
  ["an object", {}],
  ["null", null],
])("%s is no fetch", async (_name, value) => {
  const failure = await failureOf(() => exampleClient({ fetch: value as typeof fetch }));
  expect(failure).toMatchObject({ kind: "configuration", message: "`fetch` must be a function." });
});

test("what makes a fetch is no fetch, and the message says what to write", async () => {
  const uncalled = createUndiciFetch as unknown as typeof fetch;
  const failure = await failureOf(() => exampleClient({ fetch: uncalled }));
  expect(failure).toMatchObject({ kind: "configuration" });
  expect(failure.message).toContain("call it: `fetch: createUndiciFetch()`");
});

test.each<[string, unknown]>([
  ["an object", {}],
  ["an Agent of node:http", new HttpAgent()],
  ["a class", Agent],
  ["null", null],
  ["an address", "http://127.0.0.1:8080"],
  [
    "a dispatcher of undici 6",
    { dispatch: () => true, close: () => {}, destroy: () => {}, interceptors: {} },
  ],
])("%s is no dispatcher", async (_name, value) => {
  const failure = await failureOf(() => createUndiciFetch({ dispatcher: value as Agent }));
  expect(failure).toMatchObject({ kind: "configuration" });
  expect(failure.message).toContain("`dispatcher` must be a dispatcher of undici 7 or 8");
});

test("dispatchers of undici are, and an option that is misspelt is refused", async () => {
  const dispatchers = [
    new Agent(),
    new MockAgent(),
    new ProxyAgent("http://127.0.0.1:9"),
    new Agent().compose((d) => d),
  ];
  onTestFinished(async () => {
    for (const dispatcher of dispatchers) await dispatcher.close();
  });
  for (const dispatcher of dispatchers) expect(createUndiciFetch({ dispatcher })).toBeInstanceOf(Function);
  const misspelt = { agent: dispatchers[0] } as object;
  expect((await failureOf(() => createUndiciFetch(misspelt))).message).toContain("no option `agent`");
});

test("a maker of fetches without a name is called a function", () => {
  const make = Object.assign(
    (
      () => () => () =>
        fetch
    )()(),
    { [fetchFactoryMark]: true },
  );
  Object.defineProperty(make, "name", { value: "" });
  expect(() => checkFetch(make)).toThrow("`fetch` is a function itself, which makes a fetch");
  Object.defineProperty(make, "name", { value: "makeFetch" });
  expect(() => checkFetch(make)).toThrow("`fetch` is makeFetch itself");
});
