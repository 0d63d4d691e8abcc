import type { Execution } from "@np6/api-types";
import type { ValidationOptions } from "@np6/openapi-runtime/validate";
import { describe, expect, test, vi } from "vitest";
import { createClient } from "./create-client.ts";
import { createValidation } from "./create-validation.ts";
import { ConfigurationError } from "./failures.ts";

const vendorType = "application/vnd.np6.cm.workflow-v4";
const execution: Execution = { receiver: { type: "id", value: "000A1B2C" } };

/** A client that validates, with the requests that it sent; every response has this body. */
function validating(options: ValidationOptions, answer: unknown = { type: "success" }) {
  const fetch = vi.fn(async () => {
    return new Response(JSON.stringify(answer), { headers: { "Content-Type": vendorType } });
  });
  return {
    np6: createClient({
      apiKey: "test-key",
      allowRealApi: true,
      fetch,
      validation: createValidation(options),
    }),
    fetch,
  };
}

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a request", () => {
  test("that keeps to the spec is sent", async () => {
    const { np6, fetch } = validating({ requests: true });
    await expect(np6.executeWorkflow({ path: { id: 42 }, body: execution })).resolves.toEqual({
      type: "success",
    });
    expect(fetch).toHaveBeenCalledOnce();
  });

  test("that breaks it is not, and the failure says where and why, without a value", async () => {
    const { np6, fetch } = validating({ requests: true });
    // @ts-expect-error the types refuse it as well
    const call = np6.executeWorkflow({ path: { id: 42 }, body: { ...execution, node: { name: "Jane" } } });
    const failure = await failureOf(call);
    expect(failure).toMatchObject({
      kind: "configuration",
      attempts: 0,
      outcomeUnknown: false,
      message:
        "executeWorkflow (POST /scripting/workflows/{id}/execution): the request breaks the spec: `body.node` must be string (rule: type).",
      problems: [{ field: "body.node", rule: "type", message: "`body.node` must be string (rule: type)" }],
    });
    expect(JSON.stringify(failure)).not.toContain("Jane");
    expect(fetch).not.toHaveBeenCalled();
  });

  test("is sent as it is when only responses are checked", async () => {
    const { np6, fetch } = validating({ responses: true });
    // @ts-expect-error the types refuse it
    await np6.executeWorkflow({ path: { id: 42 }, body: { node: 5 } });
    expect(fetch).toHaveBeenCalledOnce();
  });
});

describe("a response", () => {
  const wrong = { type: 5, flow: {} };

  test("that breaks the spec is a failure that leaves open what the call did", async () => {
    const { np6, fetch } = validating({ responses: true }, wrong);
    const failure = await failureOf(np6.executeWorkflow({ path: { id: 42 }, body: execution }));
    expect(failure).toMatchObject({
      kind: "unexpected-response",
      status: 200,
      attempts: 1,
      outcomeUnknown: true,
      problems: [{ field: "body.type", rule: "type" }],
    });
    expect(String(failure)).toContain(
      "the response breaks the spec: `body.type` must be string (rule: type). The call may have run",
    );
    expect(fetch).toHaveBeenCalledOnce();
  });

  test("is taken as it is when only requests are checked", async () => {
    const { np6 } = validating({ requests: true }, wrong);
    await expect(np6.executeWorkflow({ path: { id: 42 }, body: execution })).resolves.toEqual(wrong);
  });
});

describe("a client refuses a validation", () => {
  const given = (options: unknown) => () =>
    createClient({
      apiKey: "k",
      allowRealApi: true,
      validation: createValidation(options as ValidationOptions),
    });

  test.each([
    [
      "that checks nothing",
      {},
      "createValidation checks nothing; pass `requests: true`, `responses: true` or both",
    ],
    [
      "with an option that is misspelt",
      { requests: true, response: true },
      "createValidation has no option `response`",
    ],
    [
      "with an option that is no boolean",
      { requests: "yes" },
      "createValidation: `requests` must be true or false",
    ],
    ["without options", undefined, "createValidation checks nothing"],
    [
      "with something else for options",
      "requests",
      "createValidation takes an object with: requests, responses",
    ],
  ])("%s", (_, options, message) => {
    expect(given(options)).toThrow(ConfigurationError);
    expect(given(options)).toThrow(message);
  });

  test("that comes from elsewhere", () => {
    // @ts-expect-error it must be made by createValidation
    expect(() => createClient({ apiKey: "k", allowRealApi: true, validation: { requests: true } })).toThrow(
      "must come from `createValidation`",
    );
    // @ts-expect-error the same
    expect(() => createClient({ apiKey: "k", allowRealApi: true, validation: true })).toThrow(
      "must come from `createValidation`",
    );
    // @ts-expect-error the same
    expect(() => createClient({ apiKey: "k", allowRealApi: true, validation: null })).toThrow(
      "must come from `createValidation`",
    );
  });
});
