import { describe, expect, test } from "vitest";
import type { CallInit } from "./call-init.ts";
import { exampleApi, exampleOperation } from "./example-api.test-support.ts";
import { expectNoKey } from "./expect-no-key.test-support.ts";
import { failureOf } from "./failure-of.test-support.ts";
import { callerHeaders } from "./request-headers.ts";

const read = (init: CallInit) => callerHeaders(init, exampleOperation("listThings"), exampleApi);

describe("the caller's headers", () => {
  test("may be none", () => {
    expect(read({})).toEqual({});
  });

  test.each([{ "X-Trace": "1" }, [["X-Trace", "1"]] as [string, string][], new Headers({ "X-Trace": "1" })])(
    "come in any form that Headers takes (%#)",
    (headers) => {
      expect(read({ headers })).toEqual({ "x-trace": "1" });
    },
  );

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

  test.each([{ "X-Trace": "s3cret\nX-Key: b" }, { "bad name": "s3cret" }, { "X-Trace": "s3cret\u0100" }])(
    "that HTTP does not allow are refused without their value (%#)",
    async (headers) => {
      for (const init of [{ headers }, { header: headers }]) {
        const failure = await failureOf(() => read(init));
        expect(failure.message).toContain("a header has a name or a value that HTTP does not allow.");
        expectNoKey(failure, "s3cret");
      }
    },
  );
});
