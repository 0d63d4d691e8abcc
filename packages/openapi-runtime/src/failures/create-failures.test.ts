import { inspect } from "node:util";
import { MessageChannel, Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { exampleFailures } from "../testing/example-failures.test-support.ts";
import { createFailures } from "./create-failures.ts";
import type * as types from "./failure.ts";
import { Refusal } from "./refusal.ts";

const {
  AbortedError,
  ApiError,
  ConfigurationError,
  ConnectionError,
  HttpError,
  KeyUnavailableError,
  RedirectError,
  TimeoutError,
  UnexpectedResponseError,
  isFailure,
} = exampleFailures;

const context = {
  operationId: "runThing",
  method: "POST",
  path: "/things/{id}/run",
  attempts: 1,
  status: 409,
};
const family: [string, InstanceType<typeof ApiError>][] = [
  ["HttpError", new HttpError(context, undefined, "")],
  ["RedirectError", new RedirectError(context)],
  ["TimeoutError", new TimeoutError("deadlineMs", 1000, context)],
  ["AbortedError", new AbortedError(context)],
  ["ConnectionError", new ConnectionError("no response arrived.", context, false)],
  ["UnexpectedResponseError", new UnexpectedResponseError("expected a.", context, "")],
  ["KeyUnavailableError", new KeyUnavailableError(context)],
  ["ConfigurationError", new ConfigurationError("`a` is missing.", context)],
];

/** The fields that differ between the classes, as `toJSON` returns them. */
const ownFields: Readonly<Record<string, object>> = {
  TimeoutError: { limit: "deadlineMs", outcomeUnknown: true, next: "check" },
  AbortedError: { outcomeUnknown: true, next: "check" },
  ConnectionError: { neverSent: false, outcomeUnknown: true, next: "check" },
  UnexpectedResponseError: { brokenOff: false, problems: [], outcomeUnknown: true, next: "check" },
  ConfigurationError: { problems: [], next: "fix-request" },
  KeyUnavailableError: { next: "retry" },
  RedirectError: { outcomeUnknown: true, next: "check" },
  HttpError: { next: "fix-request" },
};

describe.each(family)("%s", (name, error) => {
  test("is an Error of the family, known by its marker", () => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(ApiError);
    expect(isFailure(error)).toBe(true);
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
        ...ownFields[name],
      },
    });
  });
});

describe.each(family)("%s", (name, error) => {
  const known = {
    name,
    kind: error.kind,
    outcomeUnknown: error.outcomeUnknown,
    next: error.next,
    attempts: 1,
  };

  test("is known again as JSON, as from a queue", () => {
    const parsed: unknown = JSON.parse(JSON.stringify(error));
    expect(isFailure(parsed)).toBe(true);
    expect(parsed).toMatchObject({ ...known, message: error.message });
  });

  test("is known again as a structured clone, which gets its fields back", () => {
    const clone: unknown = structuredClone(error);
    expect(clone).not.toHaveProperty("kind");
    expect(isFailure(clone)).toBe(true);
    expect(clone).toMatchObject({ ...known, message: error.message });
    expect(clone).toBeInstanceOf(Error);
    // Cloned a second time, inside a list.
    const [again]: unknown[] = structuredClone([clone]);
    expect(isFailure(again)).toBe(true);
    expect(again).toMatchObject(known);
  });

  test("is known again behind a port", async () => {
    const { port1, port2 } = new MessageChannel();
    const arrived = new Promise((resolve) => port2.once("message", resolve));
    port1.postMessage({ error });
    const { error: clone } = (await arrived) as { error: unknown };
    port1.close();
    expect(isFailure(clone)).toBe(true);
    expect(clone).toMatchObject(known);
  });

  test("is known again in the fields that a logger copies", () => {
    expect(isFailure({ ...error, message: error.message, stack: error.stack })).toBe(true);
  });
});

test("a clone of Bun, which is called Error in its stack, is known again", () => {
  const clone = structuredClone(new TimeoutError("deadlineMs", 1000, context));
  clone.stack = clone.stack?.replace(/^TimeoutError/, "Error") ?? "";
  expect(isFailure(clone)).toBe(true);
  expect(clone).toMatchObject({ kind: "timeout", limit: "deadlineMs" });
});

test("a failure that a worker dies of is known again", async () => {
  const module = JSON.stringify(import.meta.resolve("../testing/example-failures.test-support.ts"));
  const code = `import(${module}).then(({ exampleFailures: { TimeoutError } }) => {
    process.nextTick(() => { throw new TimeoutError("deadlineMs", 5, { operationId: "a", method: "POST", path: "/" }); });
  });`;
  const worker = new Worker(code, { eval: true, execArgv: ["--disable-warning=ExperimentalWarning"] });
  const error: unknown = await new Promise((resolve) => worker.once("error", resolve));
  await worker.terminate();
  expect(isFailure(error)).toBe(true);
  expect(error).toMatchObject({ kind: "timeout", outcomeUnknown: true, next: "check" });
});

describe("nothing of a body", () => {
  const person = "jane@example.com";
  const failures = [
    new HttpError({ ...context, status: 400 }, { email: person }, `{"email":"${person}"}`),
    new UnexpectedResponseError("expected a.", { ...context, status: 200 }, person),
  ];
  test.each(failures)("is printed, logged or copied from %s", (error) => {
    const { bodyExcerpt } = error;
    expect(bodyExcerpt).toContain(person);
    const copies = [
      inspect(error, { depth: 9 }),
      JSON.stringify(error),
      JSON.stringify({ ...error }),
      error.stack,
      String(error),
    ];
    for (const name in error) copies.push(String(error[name as keyof typeof error]));
    expect(copies.join()).not.toContain(person);
    expect(Object.keys(error)).not.toContain("bodyExcerpt");
  });

  test("is hidden from whoever asks for it", () => {
    expect((failures[0] as types.HttpError).body).toEqual({ email: person });
    expect(failures[0]).toMatchObject({ bodyExcerpt: `{"email":"${person}"}` });
  });
});

describe("a failure that a test makes", () => {
  const post = { operationId: "runThing", method: "POST", path: "/things/{id}/run" };
  const get = { ...post, method: "GET" };
  test.each<[string, InstanceType<typeof ApiError>, boolean, string]>([
    ["409", new HttpError({ ...post, status: 409 }, undefined, ""), false, "fix-request"],
    ["500", new HttpError({ ...post, status: 500 }, undefined, ""), true, "check"],
    ["500 of a GET", new HttpError({ ...get, status: 500 }, undefined, ""), false, "retry"],
    ["429", new HttpError({ ...post, status: 429 }, undefined, ""), false, "retry"],
    ["401", new HttpError({ ...post, status: 401 }, undefined, ""), false, "fix-setup"],
    ["500 of nobody knows what", new HttpError({ status: 500 }, undefined, ""), true, "check"],
    ["a timeout", new TimeoutError("attemptTimeoutMs", 5, post), true, "check"],
    ["a timeout of a GET", new TimeoutError("attemptTimeoutMs", 5, get), false, "retry"],
    ["a timeout before sending", new TimeoutError("deadlineMs", 5, { ...post, attempts: 0 }), false, "retry"],
    ["a wait in line", new TimeoutError("queueTimeoutMs", 5, post), false, "retry"],
    ["an abort", new AbortedError(post), true, "check"],
    ["a reset", new ConnectionError("no response arrived.", post, false), true, "check"],
    ["a refused connection", new ConnectionError("no response arrived.", post, true), false, "retry"],
    ["a page", new UnexpectedResponseError("a.", { ...post, status: 200 }, ""), true, "check"],
    ["a page for a GET", new UnexpectedResponseError("a.", { ...get, status: 200 }, ""), false, "fix-setup"],
    ["a redirect", new RedirectError({ ...post, status: 307 }), false, "fix-setup"],
    ["a redirect that may mean done", new RedirectError({ ...post, status: 303 }), true, "check"],
    ["a bad body", new ConfigurationError("a.", post), false, "fix-request"],
    ["a bad option", new ConfigurationError("a."), false, "fix-setup"],
    ["a vault that is down", new KeyUnavailableError(post), false, "retry"],
  ])("says of %s what the client's would", (_, error, outcomeUnknown, next) => {
    expect({ outcomeUnknown: error.outcomeUnknown, next: error.next }).toEqual({ outcomeUnknown, next });
    expect(error.message.includes("may have run")).toBe(outcomeUnknown);
    expect(error.attempts > 0 || !outcomeUnknown).toBe(true);
  });

  test("says what it is told", () => {
    expect(new HttpError({ status: 500, outcomeUnknown: false, attempts: 3 }, 1, "")).toMatchObject({
      attempts: 3,
      outcomeUnknown: false,
      next: "retry",
    });
  });
});

describe("the failures of another API's client", () => {
  const theirs = createFailures({ name: "OtherError", marker: "@other/client/error", label: "other" });

  test("have its name, and are none of ours", () => {
    const failure = new theirs.AbortedError(context);
    expect(theirs.ApiError.name).toBe("OtherError");
    expect([failure instanceof theirs.ApiError, theirs.isFailure(failure)]).toEqual([true, true]);
    expect([failure instanceof ApiError, isFailure(failure)]).toEqual([false, false]);
    expect(isFailure(structuredClone(failure))).toBe(false);
    expect(theirs.isFailure(structuredClone(failure))).toBe(true);
  });

  test("of another copy of its package are its own", () => {
    const copy = createFailures({ name: "ExampleError", marker: "@example/client/error", label: "example" });
    const failure = new copy.AbortedError(context);
    expect([failure instanceof ApiError, isFailure(failure)]).toEqual([false, true]);
  });

  test("of an older copy, which only have the marker, are its own", () => {
    const old = Object.defineProperty(new Error("x"), Symbol.for("@example/client/error"), { value: true });
    expect([isFailure(old), theirs.isFailure(old)]).toEqual([true, false]);
  });
});

/** Another library's error whose stack contains our stack, as libraries for nested errors make it. */
const wrapped = Object.assign(new Error("the job failed"), {
  stack: `Error: the job failed\nCaused by: ${new AbortedError({}).stack}`,
});

describe("a failure", () => {
  test("has no cause unless there is one", () => {
    expect("cause" in new ConnectionError("no response arrived.", {}, false)).toBe(false);
    expect(new ConnectionError("no response arrived.", {}, false, new Error("why")).cause).toEqual(
      new Error("why"),
    );
  });

  test("says its request id, and what to do when the outcome is unknown", () => {
    const error = new ConnectionError(
      "no response arrived.",
      { requestId: "r-1", outcomeUnknown: true },
      false,
    );
    expect(error.message).toBe(
      "no response arrived. Request id: r-1. The call may have run: check before sending it again.",
    );
  });

  test.each([
    undefined,
    null,
    "x",
    1,
    {},
    new Error("x"),
    Object.assign(new Error("x"), { kind: "http" }),
    Object.assign(new Error("x"), { stack: "Error: x\n    [example {]" }),
    wrapped,
  ])("is not seen in %s", (value) => {
    expect(isFailure(value)).toBe(false);
  });
});

describe("what a test makes itself is as the client would make it", () => {
  const post = { operationId: "runThing", method: "POST", path: "/things/{id}/run" };
  const get = { ...post, method: "GET" };

  test.each<[string, () => InstanceType<typeof ApiError>, number, boolean]>([
    [
      "a refusal that may come behind the work",
      () => new HttpError({ ...post, status: 500 }, undefined, ""),
      1,
      true,
    ],
    ["a refusal of what was asked", () => new HttpError({ ...post, status: 409 }, undefined, ""), 1, false],
    ["the same of a GET", () => new HttpError({ ...get, status: 500 }, undefined, ""), 1, false],
    ["a redirect that says that it ran", () => new RedirectError({ ...post, status: 303 }), 1, true],
    ["a limit while it was under way", () => new TimeoutError("deadlineMs", 1, post), 1, true],
    [
      "a limit before anything was sent",
      () => new TimeoutError("deadlineMs", 1, { ...post, attempts: 0 }),
      0,
      false,
    ],
    ["a limit in line", () => new TimeoutError("queueTimeoutMs", 1, post), 0, false],
    ["an abort", () => new AbortedError(post), 1, true],
    ["an abort before anything was sent", () => new AbortedError({ ...post, attempts: 0 }), 0, false],
    ["a connection", () => new ConnectionError("no response arrived.", post, false), 1, true],
    [
      "a connection that was not made",
      () => new ConnectionError("no response arrived.", post, true),
      1,
      false,
    ],
    [
      "an answer that is none",
      () => new UnexpectedResponseError("expected a.", { ...post, status: 200 }, ""),
      1,
      true,
    ],
    [
      "the same of a GET that is repeated",
      () => new UnexpectedResponseError("expected a.", { ...get, status: 200 }, ""),
      1,
      false,
    ],
    ["no key", () => new KeyUnavailableError(post), 0, false],
    ["a mistake of the caller", () => new ConfigurationError("`a` is missing.", post), 0, false],
  ])("%s", (_what, make, attempts, outcomeUnknown) => {
    const error = make();
    expect({ attempts: error.attempts, outcomeUnknown: error.outcomeUnknown }).toEqual({
      attempts,
      outcomeUnknown,
    });
  });

  test("says in words what happened", () => {
    expect(new RedirectError(get).message).toMatch(/a redirect, which is never followed; check baseUrl\.$/);
    expect(new TimeoutError("queueTimeoutMs", 5, get).message).toContain(
      "the call did not begin within 5 ms",
    );
    expect(new TimeoutError("deadlineMs", 5, get).message).toContain("the call did not end within 5 ms");
  });

  test("has no problems unless some are named", () => {
    expect(new UnexpectedResponseError("expected a.", { ...post, status: 200 }, "")).toHaveProperty(
      "problems",
      [],
    );
    expect(new ConfigurationError("`a` is missing.")).toHaveProperty("problems", []);
  });

  test("has hidden fields that can be set again, as a copy does", () => {
    const error = new HttpError({ ...post, status: 409 }, { a: 1 }, "");
    Object.defineProperty(error, "body", { value: undefined });
    expect(error.body).toBeUndefined();
  });
});

describe("what to do about a connection that failed follows from the codes and messages of all its causes", () => {
  const next = (cause: unknown) =>
    new ConnectionError("no response arrived.", { ...context, method: "GET" }, false, cause).next;
  const chain = (length: number): Error =>
    new Error("outer", { cause: length === 1 ? new Error("bad port") : chain(length - 1) });

  test.each<[string, unknown, string]>([
    ["nothing", undefined, "retry"],
    ["a text that looks like one", "CERT_HAS_EXPIRED", "retry"],
    ["a message", new Error("bad port"), "fix-setup"],
    ["a code", Object.assign(new Error("no"), { code: "CERT_HAS_EXPIRED" }), "fix-setup"],
    ["a code that is no text", Object.assign(new Error("no"), { code: ["ERR_TLS"] }), "retry"],
    ["another code", Object.assign(new Error("no"), { code: "ECONNRESET" }), "retry"],
    ["the cause of a cause", chain(1), "fix-setup"],
    ["the eighth in a row", chain(7), "fix-setup"],
    ["the ninth in a row", chain(8), "retry"],
  ])("%s", (_what, cause, expected) => {
    expect(next(cause)).toBe(expected);
  });

  test("a chain that runs in a circle ends", () => {
    const circle = new Error("a");
    circle.cause = circle;
    expect(next(circle)).toBe("retry");
  });
});

describe("a stack", () => {
  test("can be set, and gets the fields only once", () => {
    const error = new HttpError(context, undefined, "");
    const first = error.stack ?? "";
    error.stack = first;
    expect(error.stack).toBe(first);
    error.stack = "HttpError: short";
    expect(error.stack).toMatch(/^HttpError: short\n {4}\[example \{.*\}\]$/);
    error.stack = undefined as never;
    expect(error.stack).toBeUndefined();
  });

  test("can be defined anew, as tools do that map sources", () => {
    const error = new HttpError(context, undefined, "");
    Object.defineProperty(error, "stack", { value: "mapped" });
    expect(error.stack).toBe("mapped");
  });
});

test("a family that is made has classes with its names, which know each other and are not listed", () => {
  const marker = "@example/other/error";
  const made = createFailures({ name: "OtherError", marker, label: "other" });
  expect(made.ApiError.name).toBe("OtherError");
  for (const name of [
    "HttpError",
    "RedirectError",
    "UnexpectedResponseError",
    "TimeoutError",
    "ConfigurationError",
  ] as const) {
    expect(made[name].name).toBe(name);
    expect(Object.getOwnPropertyDescriptor(made[name].prototype, "name")).toMatchObject({
      value: name,
      enumerable: false,
    });
  }
  const error = new made.HttpError({ ...context, status: 409 }, undefined, "");
  expect(Reflect.get(error, Symbol.for(marker))).toBe(true);
  expect(String(error)).toMatch(/^HttpError: /);
  const stranger = new Error("a");
  expect(made.outward(stranger)).toBe(stranger);
  expect(made.outward(new Refusal("`a` is missing."))).toBeInstanceOf(made.ConfigurationError);
});
