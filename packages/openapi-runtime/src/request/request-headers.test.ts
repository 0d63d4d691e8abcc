import { describe, expect, test } from "vitest";
import { Refusal } from "../failures/refusal.ts";
import type { CallInit } from "../options/call-options.ts";
import type { ApiDescription } from "../table/api-description.ts";
import { exampleApi, exampleOperation } from "../testing/example-api.test-support.ts";
import { expectNoKey } from "../testing/expect-no-key.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { callerHeaders } from "./request-headers.ts";

const read = (init: CallInit) => callerHeaders(init, exampleOperation("listThings"), exampleApi);

describe("the caller's headers", () => {
  test("may be none", () => {
    expect(read({})).toEqual({});
  });

  test.each<CallInit["headers"]>([
    { "X-Trace": "1" },
    [["X-Trace", "1"]],
    new Headers({ "X-Trace": "1" }),
    new Map([["X-Trace", 1]]),
    { "X-Trace": 1, "X-None": undefined, "X-Null": null },
    [
      ["x-trace", "1"],
      ["X-None", undefined],
    ],
  ])("come in any form that Headers takes, and as a Map (%#)", (headers) => {
    expect(read({ headers })).toEqual({ "x-trace": "1" });
  });

  test("of one name are joined, and the spec's parameter goes before them", () => {
    const headers = [
      ["X-A", "1"],
      ["x-a", true],
    ] as const;
    expect(read({ headers })).toEqual({ "x-a": "1, true" });
    expect(read({ headers, header: { "X-A": "3" } })).toEqual({ "x-a": "3" });
  });

  test("may have any name, and text of ISO 8859-1", () => {
    expect(read({ headers: JSON.parse('{"__proto__":"a","X-B":" café 1 "}') })).toEqual(
      JSON.parse('{"__proto__":"a","x-b":"café 1"}'),
    );
  });

  test("and the spec's header parameters come together; an undefined parameter is left out", () => {
    const all = read({
      headers: { "X-A": "1" },
      header: { "X-Trace": 7, "X-None": undefined, "X-Null": null },
    });
    expect(all).toEqual({ "x-a": "1", "x-trace": "7" });
  });

  test.each([
    ["X-Key", "the client's `apiKey`"],
    ["x-key", "the client's `apiKey`"],
    ["ACCEPT", "the option `accept`"],
    ["content-type", "the option `contentType`"],
  ])("must not set %s, in either place", async (name, instead) => {
    for (const init of [{ headers: { [name]: "s3cret" } }, { header: { [name]: "s3cret" } }]) {
      const failure = await failureOf(() => read(init));
      expect(failure.message.toLowerCase()).toContain(`must not set the header ${name.toLowerCase()}`);
      expect(failure.message).toContain(instead);
      expectNoKey(failure, "s3cret");
    }
  });

  test.each([
    "Host",
    "content-length",
    "Transfer-Encoding",
    "connection",
    "Keep-Alive",
    "upgrade",
    "TE",
    "Trailer",
    "expect",
    "Proxy-Authorization",
    "proxy-connection",
    "PROXY-ANYTHING",
  ])("must not set %s, which is the transport's, in either place and any form", async (name) => {
    const value = { [name]: "s3cret" };
    const inits = [
      { headers: value },
      { headers: Object.entries(value) },
      { headers: new Map(Object.entries(value)) },
      { header: value },
    ];
    for (const init of inits) {
      const failure = await failureOf(() => read(init as CallInit));
      expect(failure.message).toContain(
        `a call must not set the header ${name.toLowerCase()}; the transport sets what it needs.`,
      );
      expectNoKey(failure, "s3cret");
    }
  });

  test.each([
    "s3cret\nX-Key: b",
    "s3cret\r\n",
    "\ns3cret",
    "s3cret\0",
    "s3cret\u0001",
    "s3cret\u007f",
    "s3cret\u0100",
    "s3cret \u{1f600}",
  ])("whose value HTTP does not allow are refused without it (%j)", async (value) => {
    for (const init of [{ headers: { "X-Trace": value } }, { header: { "X-Trace": value } }]) {
      const failure = await failureOf(() => read(init));
      expect(failure.message).toContain("the header x-trace has a value that HTTP does not allow");
      expectNoKey(failure, "s3cret");
    }
  });

  test.each([
    [{}, "of the type object"],
    [["1"], "a list"],
    [() => 1, "of the type function"],
    [1n, "of the type bigint"],
    [Symbol("s"), "of the type symbol"],
    [Number.NaN, "NaN"],
    [Promise.resolve("1"), "of the type object"],
  ])("must be text, numbers or booleans (%#)", async (value, kind) => {
    for (const init of [{ headers: { "X-Trace": value } }, { header: { "X-Trace": value } }]) {
      const failure = await failureOf(() => read(init as CallInit));
      expect(failure.message).toContain(
        `the header x-trace is ${kind}; it must be a string, a number or a boolean`,
      );
    }
  });

  test.each(["bad name", "", "a:b", "näme", "a\n", ":authority"])("must not be named %j", async (name) => {
    for (const init of [{ headers: { [name]: "s3cret" } }, { header: { [name]: "s3cret" } }]) {
      const failure = await failureOf(() => read(init));
      expect(failure.message).toContain("a header has a name that HTTP does not allow.");
      expectNoKey(failure, "s3cret");
    }
  });

  test.each([null, "X-Trace: 1", 7, [["X-Trace"]], [["X-Trace", "1", "2"]], new Set(["X-Trace"])])(
    "must be names and values (%#)",
    async (headers) => {
      const failure = await failureOf(() => read({ headers } as unknown as CallInit));
      expect(failure.message).toContain("`headers` must be an object of names and values");
    },
  );
});

test.each<[string, unknown]>([
  ["a pair of one", [["X-A", "b"], ["X-C"]]],
  ["what is no pair", [["X-A", "b"], "X-C"]],
  ["a name that is no text", new Map<unknown, string>([[1, "b"]])],
])("%s among the headers is refused, and nothing is taken for a name", (_what, headers) => {
  const refused = () => callerHeaders({ headers } as never, undefined, exampleApi);
  expect(refused).toThrow(Refusal);
});

test.each<[string, ApiDescription["securitySchemes"], string]>([
  ["a token", { token: { type: "http", scheme: "bearer" } }, "Authorization"],
  ["a key in a header", { key: { type: "apiKey", in: "header", name: "X-Other" } }, "x-other"],
])("the header of %s is the key's alone", (_what, securitySchemes, name) => {
  const api = { ...exampleApi, securitySchemes };
  expect(() => callerHeaders({ headers: { [name]: "a" } }, undefined, api)).toThrow(
    "use the client's `apiKey`",
  );
  expect(callerHeaders({ headers: { "X-Free": "a" } }, undefined, api)).toEqual({ "x-free": "a" });
});
