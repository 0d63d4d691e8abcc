import { describe, expect, test } from "vitest";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { defaultCallSettings, resolveCallSettings, type SettingsOwner } from "./call-settings.ts";

type Options = Parameters<typeof resolveCallSettings>[1];

const resolve = (options: unknown, owner: SettingsOwner = "call") =>
  resolveCallSettings(defaultCallSettings, options as Options, owner);

describe("the settings of a call", () => {
  test("are the documented defaults when nobody says otherwise", () => {
    expect(resolve({})).toEqual({
      retry: {
        maxAttempts: 3,
        baseDelayMs: 250,
        maxDelayMs: 8_000,
        nonIdempotentOn503: false,
        nonIdempotentWhenUnknown: false,
      },
      repeats: true,
      attemptTimeoutMs: 30_000,
      deadlineMs: 120_000,
      queueTimeoutMs: Number.POSITIVE_INFINITY,
    });
  });

  test("are those of the options, one by one, and else those below", () => {
    const client = resolve(
      { retry: { maxAttempts: 5, nonIdempotentOn503: true }, deadlineMs: 9, attemptTimeoutMs: 8 },
      "client",
    );
    const call = resolveCallSettings(client, { retry: { baseDelayMs: 1, maxDelayMs: 2 } }, "call");
    expect(call).toEqual({
      retry: {
        maxAttempts: 5,
        baseDelayMs: 1,
        maxDelayMs: 2,
        nonIdempotentOn503: true,
        nonIdempotentWhenUnknown: false,
      },
      repeats: true,
      attemptTimeoutMs: 8,
      deadlineMs: 9,
      queueTimeoutMs: Number.POSITIVE_INFINITY,
    });
    expect(resolveCallSettings(client, { retry: { nonIdempotentOn503: false } }, "call").retry).toMatchObject(
      {
        nonIdempotentOn503: false,
        maxAttempts: 5,
      },
    );
  });

  test("without retries have one attempt, and a call can ask for more again", () => {
    const client = resolve({ retry: false }, "client");
    expect([client.retry.maxAttempts, client.repeats]).toEqual([1, false]);
    const retry = { nonIdempotentWhenUnknown: true };
    expect(resolveCallSettings(client, { retry }, "call").repeats).toBe(false);
    expect(resolveCallSettings(client, { retry: { maxAttempts: 2 } }, "call").repeats).toBe(true);
    expect(resolveCallSettings(client, { retry: { maxAttempts: 2 } }, "call").retry.maxAttempts).toBe(2);
    expect(resolveCallSettings(client, {}, "call").retry.maxAttempts).toBe(1);
  });

  test("take undefined for not given", () => {
    const undefinedOptions = {
      retry: { maxAttempts: undefined, baseDelayMs: undefined, nonIdempotentOn503: undefined },
      attemptTimeoutMs: undefined,
      deadlineMs: undefined,
    };
    expect(resolve(undefinedOptions)).toEqual(defaultCallSettings);
    expect(resolve({ retry: undefined })).toEqual(defaultCallSettings);
  });

  test("take the smallest and the largest value of each", () => {
    const longest = 2 ** 31 - 1;
    for (const value of [0, longest]) {
      expect(resolve({ retry: { baseDelayMs: value } }).retry.baseDelayMs).toBe(value);
      expect(resolve({ retry: { maxDelayMs: value } }).retry.maxDelayMs).toBe(value);
    }
    for (const value of [1, longest]) {
      expect(resolve({ deadlineMs: value }).deadlineMs).toBe(value);
      expect(resolve({ attemptTimeoutMs: value }).attemptTimeoutMs).toBe(value);
    }
    for (const value of [1, 10])
      expect(resolve({ retry: { maxAttempts: value } }).retry.maxAttempts).toBe(value);
  });

  test("let a call, and no client, repeat what may have run", async () => {
    const retry = { nonIdempotentWhenUnknown: true };
    expect(resolve({ retry }).retry.nonIdempotentWhenUnknown).toBe(true);
    const failure = await failureOf(() => resolve({ retry }, "client"));
    expect(failure.message).toBe(
      "`retry` has no option `nonIdempotentWhenUnknown`; it takes: maxAttempts, baseDelayMs, maxDelayMs, nonIdempotentOn503.",
    );
  });
});

const integer = (name: string, minimum: number, maximum: number) =>
  `\`${name}\` must be an integer from ${minimum} to ${maximum}.`;

describe.each(["client", "call"] as const)("a %s", (owner) => {
  const unfit = [null, "5", Number.NaN, 1.5, Number.POSITIVE_INFINITY, -1, true, {}, [], 2n];

  test.each([
    ["retry.maxAttempts", 1, 10, [0, 11]],
    ["retry.baseDelayMs", 0, 2147483647, [2147483648]],
    ["retry.maxDelayMs", 0, 2147483647, [2147483648]],
    ["attemptTimeoutMs", 1, 2147483647, [0, 2147483648]],
    ["queueTimeoutMs", 1, 2147483647, [0, 2147483648]],
    ["deadlineMs", 1, 2147483647, [0, 2147483648, Number.MAX_SAFE_INTEGER]],
  ])("is refused an unfit %s, with the rule", async (name, minimum, maximum, outside) => {
    for (const value of [...unfit, ...outside]) {
      const field = name.replace("retry.", "");
      const options = field === name ? { [field]: value } : { retry: { [field]: value } };
      const failure = await failureOf(() => resolve(options, owner));
      expect(failure.message, String(value)).toBe(integer(name, minimum, maximum));
    }
  });

  test.each([null, "true", 1, 0, "", {}])("is refused %j for true or false", async (value) => {
    const failure = await failureOf(() => resolve({ retry: { nonIdempotentOn503: value } }, owner));
    expect(failure.message).toBe("`retry.nonIdempotentOn503` must be true or false.");
  });

  test.each([null, true, "no", 3])("is refused %j for `retry`", async (retry) => {
    const failure = await failureOf(() => resolve({ retry }, owner));
    expect(failure.message).toContain("`retry` takes an object with: maxAttempts");
  });

  test("is refused a misspelled option", async () => {
    const failure = await failureOf(() => resolve({ retry: { maxAttemps: 1 } }, owner));
    expect(failure.message).toContain("`retry` has no option `maxAttemps`");
  });
});

test("nonIdempotentWhenUnknown must be true or false as well", async () => {
  const failure = await failureOf(() => resolve({ retry: { nonIdempotentWhenUnknown: "yes" } }));
  expect(failure.message).toBe("`retry.nonIdempotentWhenUnknown` must be true or false.");
});

test("a refusal of a call names the call", async () => {
  const context = { operationId: "runThing", method: "POST", path: "/things/{id}/run" };
  const failure = await failureOf(() =>
    resolveCallSettings(defaultCallSettings, { deadlineMs: 0 }, "call", context),
  );
  expect(failure).toMatchObject({ kind: "configuration", operationId: "runThing", attempts: 0 });
  expect(failure.message).toContain("runThing (POST /things/{id}/run): `deadlineMs`");
});
