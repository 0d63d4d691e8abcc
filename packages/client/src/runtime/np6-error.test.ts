import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { AbortedError } from "./aborted-error.ts";
import { ConfigurationError } from "./configuration-error.ts";
import { ConnectionError } from "./connection-error.ts";
import { HttpError } from "./http-error.ts";
import { isNp6Error } from "./is-np6-error.ts";
import { Np6Error } from "./np6-error.ts";
import { RedirectError } from "./redirect-error.ts";
import { TimeoutError } from "./timeout-error.ts";
import { UnexpectedResponseError } from "./unexpected-response-error.ts";

const context = {
  operationId: "runThing",
  method: "POST",
  path: "/things/{id}/run",
  attempts: 1,
  status: 409,
};
const family: [string, Np6Error][] = [
  ["HttpError", new HttpError(context, undefined, "")],
  ["RedirectError", new RedirectError(context)],
  ["TimeoutError", new TimeoutError("deadlineMs", 1000, context)],
  ["AbortedError", new AbortedError(context)],
  ["ConnectionError", new ConnectionError("no answer came.", context, false)],
  ["UnexpectedResponseError", new UnexpectedResponseError("expected a.", context, "")],
  ["ConfigurationError", new ConfigurationError("`a` is missing.", context)],
];

describe.each(family)("%s", (name, error) => {
  test("is an Error of the family, known by its marker", () => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(Np6Error);
    expect(isNp6Error(error)).toBe(true);
  });

  test("begins stack, string and inspect with its name, which is no field", () => {
    for (const text of [error.stack, String(error), inspect(error)]) {
      expect(text).toMatch(new RegExp(`^${name}: runThing \\(POST /things/\\{id\\}/run\\): `));
    }
    expect(Object.keys(error)).not.toContain("name");
  });

  test("writes to JSON what may be logged, and nothing else", () => {
    expect(JSON.parse(JSON.stringify({ error }))).toEqual({
      error: {
        name,
        kind: error.kind,
        message: error.message,
        operationId: "runThing",
        method: "POST",
        path: "/things/{id}/run",
        attempts: 1,
        elapsedMs: 0,
        status: 409,
        outcomeUnknown: false,
      },
    });
  });
});

describe("a failure", () => {
  test("has no cause unless there is one", () => {
    expect("cause" in new ConnectionError("no answer came.", {}, false)).toBe(false);
    expect(new ConnectionError("no answer came.", {}, false, new Error("why")).cause).toEqual(
      new Error("why"),
    );
  });

  test("says its request id, and what to do when the outcome is unknown", () => {
    const error = new ConnectionError("no answer came.", { requestId: "r-1", outcomeUnknown: true }, false);
    expect(error.message).toBe(
      "no answer came. Request id: r-1. The call may have run: check before sending it again.",
    );
  });

  test.each([undefined, null, "x", 1, {}, new Error("x"), Object.assign(new Error("x"), { kind: "http" })])(
    "is not seen in %s",
    (value) => {
      expect(isNp6Error(value)).toBe(false);
    },
  );
});
