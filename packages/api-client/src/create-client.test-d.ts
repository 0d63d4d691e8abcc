import type { Execution, ExecutionResult, Workflow } from "@np6/api-types";
import { describe, expectTypeOf, test } from "vitest";
import { createClient, isNp6Error, type Np6Client, type Np6Failure } from "./index.ts";

declare const np6: Np6Client;
const vendorType = "application/vnd.np6.cm.workflow-v4";
const path = { id: 42 };
const body: Execution = { receiver: { type: "id", value: "000A1B2C" } };

describe("the client's options", () => {
  test("need a key, which may come from the environment or a function", () => {
    createClient({ apiKey: "k" });
    createClient({ apiKey: process.env.NP6_API_KEY, baseUrl: process.env.NP6_BASE_URL, fetch });
    createClient({ apiKey: async () => "k" });
    // @ts-expect-error no key
    createClient({ baseUrl: "https://api.example.com" });
    // @ts-expect-error a number
    createClient({ apiKey: 1 });
    // @ts-expect-error no such option
    createClient({ apiKey: "k", timeout: 1 });
  });
});

describe("a method of an operation", () => {
  test("returns what the spec declares", () => {
    expectTypeOf(np6.duplicateWorkflow({ path })).resolves.toEqualTypeOf<Workflow>();
    expectTypeOf(np6.executeWorkflow({ path, body })).resolves.toEqualTypeOf<ExecutionResult>();
    expectTypeOf(np6.executeWorkflowBatch({ path, body: [body] })).resolves.toEqualTypeOf<
      ExecutionResult[]
    >();
  });

  test("needs the path's id as a number", () => {
    // @ts-expect-error no argument
    np6.duplicateWorkflow();
    // @ts-expect-error no path
    np6.duplicateWorkflow({});
    // @ts-expect-error no id
    np6.duplicateWorkflow({ path: {} });
    // @ts-expect-error a string
    np6.duplicateWorkflow({ path: { id: "42" } });
  });

  test("needs a body exactly where the operation takes one", () => {
    // @ts-expect-error no body
    np6.executeWorkflow({ path });
    // @ts-expect-error takes none
    np6.duplicateWorkflow({ path, body });
    // @ts-expect-error one, not many
    np6.executeWorkflow({ path, body: [body] });
    // @ts-expect-error many, not one
    np6.executeWorkflowBatch({ path, body });
    // @ts-expect-error a receiver's type is a string
    np6.executeWorkflow({ path, body: { receiver: { type: 7 } } });
  });

  test("takes only declared media types", () => {
    np6.executeWorkflow({ path, body, accept: vendorType, contentType: vendorType });
    // @ts-expect-error not declared
    np6.executeWorkflow({ path, body, accept: "application/json" });
    // @ts-expect-error not declared
    np6.executeWorkflow({ path, body, contentType: "application/json" });
    // @ts-expect-error without a body there is nothing to label
    np6.duplicateWorkflow({ path, contentType: "application/json" });
  });

  test("takes headers and a signal, and nothing that could carry the key elsewhere", () => {
    np6.duplicateWorkflow({ path, headers: { Prefer: "code=409" }, signal: AbortSignal.timeout(1000) });
    np6.duplicateWorkflow({ path, signal: undefined });
    // @ts-expect-error per client only
    np6.duplicateWorkflow({ path, baseUrl: "https://other.example" });
    // @ts-expect-error per client only
    np6.duplicateWorkflow({ path, fetch });
  });

  test("exists only for operations of the spec", () => {
    // @ts-expect-error not an operation
    np6.explodeWorkflow;
  });
});

describe("a call by method and path", () => {
  test("takes only paths of the spec, with their method", () => {
    // @ts-expect-error filled in
    np6.POST("/scripting/workflows/42/execution", { params: { path }, body });
    // @ts-expect-error no GET there
    np6.GET("/scripting/workflows/{id}/execution", { params: { path } });
  });

  test("checks parameters, body and media types as the methods do", () => {
    np6.POST("/scripting/workflows/{id}/execution", { params: { path }, body, contentType: vendorType });
    // @ts-expect-error no parameters
    np6.POST("/scripting/workflows/{id}/duplication");
    // @ts-expect-error a string
    np6.POST("/scripting/workflows/{id}/duplication", { params: { path: { id: "42" } } });
    // @ts-expect-error no body
    np6.POST("/scripting/workflows/{id}/execution", { params: { path } });
    // @ts-expect-error takes none
    np6.POST("/scripting/workflows/{id}/duplication", { params: { path }, body });
    // @ts-expect-error not declared
    np6.POST("/scripting/workflows/{id}/execution", { params: { path }, body, accept: "text/html" });
    // @ts-expect-error per client only
    np6.POST("/scripting/workflows/{id}/duplication", { params: { path }, baseUrl: "https://other.example" });
    // @ts-expect-error per client only
    np6.POST("/scripting/workflows/{id}/duplication", { params: { path }, fetch });
  });

  test("tells data from error, however the result is taken apart", async () => {
    const result = await np6.POST("/scripting/workflows/{id}/executions", { params: { path }, body: [body] });
    if (result.error) expectTypeOf(result.data).toEqualTypeOf<undefined>();
    else expectTypeOf(result.data).toEqualTypeOf<ExecutionResult[]>();

    const { data, error, response } = result;
    expectTypeOf(response).toEqualTypeOf<Response>();
    if (error) {
      expectTypeOf(data).toEqualTypeOf<undefined>();
      expectTypeOf(error.kind).toEqualTypeOf<"http" | "rate-limited" | "redirect" | "unexpected-response">();
      expectTypeOf(error.requestId).toEqualTypeOf<string | undefined>();
      if (error.kind === "http") expectTypeOf(error.status).toEqualTypeOf<number>();
    } else {
      expectTypeOf(data).toEqualTypeOf<ExecutionResult[]>();
    }
    // @ts-expect-error not known before error was looked at
    data.length;
  });
});

describe("a failure", () => {
  test("is recognised in what was caught, and its kinds are a closed list", () => {
    const caught: unknown = undefined;
    if (!isNp6Error(caught)) return;
    expectTypeOf(caught).toEqualTypeOf<Np6Failure>();
    expectTypeOf(caught.outcomeUnknown).toEqualTypeOf<boolean>();
    switch (caught.kind) {
      case "http":
      case "rate-limited":
        expectTypeOf(caught.body).toBeUnknown();
        break;
      case "unexpected-response":
        expectTypeOf(caught.bodyExcerpt).toBeString();
        break;
      case "timeout":
        expectTypeOf(caught.limit).toEqualTypeOf<"attemptTimeoutMs" | "deadlineMs" | "queueTimeoutMs">();
        break;
      case "redirect":
      case "aborted":
      case "connection":
      case "key-unavailable":
      case "configuration":
        break;
      default:
        expectTypeOf(caught).toBeNever();
    }
  });

  test("that is left out of a switch is seen by the compiler", () => {
    const failure = undefined as unknown as Np6Failure;
    switch (failure.kind) {
      case "http":
      case "rate-limited":
        break;
      default:
        // @ts-expect-error five kinds are left
        failure satisfies never;
    }
  });
});

test("a client prefers only media types that the API has", () => {
  const np6 = createClient({
    apiKey: "key",
    preferredMediaTypes: ["application/vnd.np6.cm.workflow-v4"],
  });
  expectTypeOf(np6.executeWorkflow).toBeFunction();
  // @ts-expect-error no such version
  createClient({ apiKey: "key", preferredMediaTypes: ["application/vnd.np6.cm.workflow-v99"] });
});
