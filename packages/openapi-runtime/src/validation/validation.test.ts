import { describe, expect, test, vi } from "vitest";
import { version1 } from "../testing/example-api.test-support.ts";
import { type ExampleClient, exampleClient, exampleKey } from "../testing/example-client.test-support.ts";
import { expectNoKey } from "../testing/expect-no-key.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import type { SchemaProblem, Validation } from "./validation.ts";

const problem: SchemaProblem = {
  field: "body.id",
  rule: "type",
  message: "`body.id` must be string (rule: type)",
};

/** A validation that reports these problems, and records each call. */
function finding(problems: { request?: SchemaProblem[]; response?: SchemaProblem[] }) {
  return {
    options: { requests: true, responses: true },
    checkRequest: vi.fn<NonNullable<Validation["checkRequest"]>>(() => problems.request ?? []),
    checkResponse: vi.fn<NonNullable<Validation["checkResponse"]>>(() => problems.response ?? []),
  };
}

const answer = (body: string, status = 201, type = version1) =>
  new Response(body, { status, headers: { "Content-Type": type } });

/** With this option, a POST that may have run is sent again. */
const retry = { nonIdempotentWhenUnknown: true };

/** The two ways to call an operation, each as a promise that rejects on a failure. */
const faces = [
  {
    face: "an operation method",
    create: (client: ExampleClient, body: { name: string }) =>
      client.byOperation.createThing({ body, retry }),
  },
  {
    face: "method and path",
    create: async (client: ExampleClient, body: { name: string }) => {
      const { data, error } = await client.byPath.POST("/things", { body, retry });
      if (error) throw error;
      return data;
    },
  },
];

describe.each(faces)("by $face", ({ create }) => {
  test("a request is checked as it will go over the wire, and sent when nothing is wrong", async () => {
    const validation = finding({});
    const fetch = vi.fn(async () => answer('{"id":1}'));
    const body = { name: "a", gone: undefined, at: new Date(0) };
    await expect(create(exampleClient({ fetch, validation }), body)).resolves.toEqual({ id: 1 });
    expect(validation.checkRequest.mock.calls).toEqual([
      ["createThing", version1, { name: "a", at: "1970-01-01T00:00:00.000Z" }],
    ]);
    expect(validation.checkResponse.mock.calls).toEqual([["createThing", 201, version1, { id: 1 }]]);
    expect(fetch).toHaveBeenCalledOnce();
  });

  test("a request that breaks the spec is not sent", async () => {
    const fetch = vi.fn();
    const client = exampleClient({ fetch, validation: finding({ request: [problem] }) });
    const failure = await failureOf(() => create(client, { name: "Jane" }));
    expect(failure).toMatchObject({
      kind: "configuration",
      message:
        "createThing (POST /things): the request breaks the spec: `body.id` must be string (rule: type).",
      problems: [problem],
      attempts: 0,
      outcomeUnknown: false,
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  test("a success that breaks the spec may have run, and is not repeated, whatever the caller allows", async () => {
    const fetch = vi.fn(async () => answer('{"id":"Jane"}'));
    const client = exampleClient({ fetch, validation: finding({ response: [problem] }) });
    const failure = await failureOf(() => create(client, { name: "a" }));
    expect(failure).toMatchObject({
      kind: "unexpected-response",
      status: 201,
      brokenOff: false,
      bodyExcerpt: '{"id":"Jane"}',
      problems: [problem],
      attempts: 1,
      outcomeUnknown: true,
    });
    expect(failure.message).toContain("the response breaks the spec: `body.id` must be string (rule: type).");
    expect(failure.message + JSON.stringify(failure)).not.toContain("Jane");
    expect(fetch).toHaveBeenCalledOnce();
  });

  test("a refusal keeps its status, whatever its body", async () => {
    const validation = finding({ response: [problem] });
    const fetch = async () => answer('{"reason":5}', 422, "application/json");
    const failure = await failureOf(() => create(exampleClient({ fetch, validation }), { name: "a" }));
    expect(failure).toMatchObject({ kind: "http", status: 422, body: { reason: 5 } });
    expect(validation.checkResponse).not.toHaveBeenCalled();
  });
});

describe("what is no JSON is not checked", () => {
  test("a body of text or bytes, and an answer without one", async () => {
    const validation = finding({ request: [problem], response: [problem] });
    const replies = [
      new Response(null, { status: 204 }),
      new Response("bytes", { headers: { "Content-Type": "application/octet-stream" } }),
    ];
    const { byOperation } = exampleClient({
      fetch: async () => replies.shift() ?? Response.error(),
      validation,
    });
    await byOperation.upload({ body: "text", contentType: "text/plain" });
    await byOperation.downloadFile();
    expect(validation.checkRequest).not.toHaveBeenCalled();
    expect(validation.checkResponse).not.toHaveBeenCalled();
  });
});

test("a repeat of what is harmless to repeat stays away too: the answer came, and would come again", async () => {
  const fetch = vi.fn(async () => answer("{}", 200, "application/json"));
  const { byOperation } = exampleClient({ fetch, validation: finding({ response: [problem] }) });
  const failure = await failureOf(() => byOperation.listThings());
  expect(failure).toMatchObject({ kind: "unexpected-response", attempts: 1, outcomeUnknown: false });
  expect(fetch).toHaveBeenCalledOnce();
});

test("a check that throws is a failure of ours, without what it threw", async () => {
  const throwing = () => {
    throw new RangeError("Maximum call stack size exceeded at Jane");
  };
  const fetch = vi.fn(async () => answer('{"id":1}'));
  const unchecked = [
    { field: "body", rule: "validation", message: "`body` could not be checked (rule: validation)" },
  ];
  const request = exampleClient({ fetch, validation: { ...finding({}), checkRequest: throwing } });
  const refused = await failureOf(() => request.byOperation.createThing({ body: { name: "a" } }));
  expect(refused).toMatchObject({ kind: "configuration", problems: unchecked });
  expect(refused.cause).toBeUndefined();
  expect(fetch).not.toHaveBeenCalled();
  const response = exampleClient({ fetch, validation: { ...finding({}), checkResponse: throwing } });
  const unexpected = await failureOf(() => response.byOperation.createThing({ body: { name: "a" } }));
  expect(unexpected).toMatchObject({
    kind: "unexpected-response",
    problems: unchecked,
    outcomeUnknown: true,
  });
  expect(refused.message + unexpected.message).not.toContain("Jane");
});

test("the message tells three problems and counts the others", async () => {
  const four = ["a", "b", "c", "d"].map((name) => ({ ...problem, message: `\`body.${name}\` is required` }));
  const client = exampleClient({ fetch: vi.fn(), validation: finding({ request: four }) });
  const failure = await failureOf(() => client.byOperation.createThing({ body: { name: "a" } }));
  expect(failure.message).toContain(
    "breaks the spec: `body.a` is required; `body.b` is required; `body.c` is required; and 1 more in `problems`.",
  );
  expect(failure).toMatchObject({ problems: four });
});

test("a key that the server echoes as a name shows nowhere", async () => {
  const echoed = {
    ...problem,
    field: `body.${exampleKey}`,
    message: `\`body.${exampleKey}\` is not allowed here`,
  };
  const client = exampleClient({
    fetch: async () => answer("{}"),
    validation: finding({ response: [echoed] }),
  });
  const failure = await failureOf(() => client.byOperation.createThing({ body: { name: "a" } }));
  expect(failure).toMatchObject({ problems: [{ field: "body.[redacted]" }] });
  expectNoKey(failure);
});
