import { describe, expect, test } from "vitest";
import { exampleFailures } from "../testing/example-failures.test-support.ts";
import { expectNoKey } from "../testing/expect-no-key.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { callApiKeyFunction, checkApiKey } from "./api-key.ts";

const secret = "s3cret-k3y";
const unusable: [string, unknown][] = [
  ["with a line end", `${secret}\n`],
  ["with a carriage return", `${secret}\r\nX-Other: 1`],
  ["with a space", ` ${secret}`],
  ["that is not ASCII", `${secret}é`],
  ["with a NUL", `${secret}\0`],
  ["that is empty", ""],
  ["of 513 characters", secret.padEnd(513, "x")],
  ["that is an object", { secret }],
  ["that is a number", 12],
];

describe("the API key of a client", () => {
  test.each(["k", secret, "x".repeat(512), "!~"])("of visible ASCII is accepted (%#)", (key) => {
    expect(() => checkApiKey(key)).not.toThrow();
  });

  test.each(unusable)("%s is refused, and not repeated", async (_name, key) => {
    const failure = await failureOf(() => checkApiKey(key));
    expect(failure.kind).toBe("configuration");
    expect(failure.message).toContain("`apiKey` must be 1 to 512 visible ASCII characters");
    expectNoKey(failure, secret);
  });

  test.each([undefined, null])("that is %s is called missing", async (key) => {
    const failure = await failureOf(() => checkApiKey(key));
    expect(failure.message).toBe("`apiKey` is missing: pass your API key, or a function that returns it.");
  });
});

describe("a function for the API key", () => {
  const context = { operationId: "runThing", method: "POST", path: "/things/{id}/run" };
  const call = { context, failures: exampleFailures, key: "" };

  test("may return the key at once or later", async () => {
    expect(await callApiKeyFunction(() => secret, call)).toBe(secret);
    expect(await callApiKeyFunction(async () => secret, call)).toBe(secret);
  });

  test("is asked for every request, so that keys can rotate", async () => {
    let turn = 0;
    const rotating = () => `key-${++turn}`;
    expect([await callApiKeyFunction(rotating, call), await callApiKeyFunction(rotating, call)]).toEqual([
      "key-1",
      "key-2",
    ]);
  });

  test.each([...unusable, ["that is undefined", undefined] as const])(
    "that returns a key %s is refused, without the key and with the operation",
    async (_name, key) => {
      const failure = await failureOf(() => callApiKeyFunction(() => key as string, call));
      expect(failure).toMatchObject({ kind: "configuration", attempts: 0, ...context });
      expect(failure.message).toContain("the `apiKey` function must return 1 to 512 visible ASCII");
      expectNoKey(failure, secret);
    },
  );

  test.each([
    [
      "throws",
      () => {
        throw new Error(`vault says ${secret}`);
      },
    ],
    ["rejects", () => Promise.reject(new Error(`vault says ${secret}`))],
  ])("that %s is a failure of its own, whose cause tells why without a key", async (_name, apiKey) => {
    const failure = await failureOf(() => callApiKeyFunction(apiKey, call));
    expect(failure).toMatchObject({
      kind: "key-unavailable",
      next: "retry",
      attempts: 0,
      outcomeUnknown: false,
    });
    expect(failure.message).toContain("the `apiKey` function failed.");
    expect(failure.cause).toEqual(new Error("vault says [redacted]"));
    expectNoKey(failure, secret);
  });

  test("tells of its causes as well, with their codes, and forgets the key of the attempt before", async () => {
    const cause = Object.assign(new Error("connect ECONNREFUSED 10.0.0.1:8200"), {
      code: "ECONNREFUSED",
      token: secret,
    });
    const thrown = new TypeError("no answer for onlyletters", { cause });
    const failure = await failureOf(() =>
      callApiKeyFunction(() => Promise.reject(thrown), { ...call, key: "onlyletters" }),
    );
    expect(failure.cause).toMatchObject({
      name: "TypeError",
      message: "no answer for [redacted]",
      cause: { message: "connect ECONNREFUSED 10.0.0.1:8200", code: "ECONNREFUSED" },
    });
    expectNoKey(failure, secret);
    expectNoKey(failure, "onlyletters");
  });

  test.each([undefined, null, "down", 7, {}])(
    "that throws %j, which is no error, is one all the same",
    async (thrown) => {
      const failure = await failureOf(() => callApiKeyFunction(() => Promise.reject(thrown), call));
      expect(failure.kind).toBe("key-unavailable");
    },
  );
});
