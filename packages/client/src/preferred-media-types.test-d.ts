import { describe, expectTypeOf, test } from "vitest";
import { createClient } from "./index.ts";
import type { ExampleOperations, ExamplePaths } from "./runtime/example-operations.test-support.ts";
import type { FetchMethods } from "./runtime/fetch-methods.ts";
import type { OperationMethods } from "./runtime/operation-methods.ts";

type Version1 = "application/vnd.example.thing-v1";
type Version2 = "application/vnd.example.thing-v2";

/** The part of the example's table that types depend on, as codegen writes it: a constant. */
interface Table {
  readonly operations: {
    readonly createThing: {
      readonly method: "POST";
      readonly path: "/things";
      readonly requestBody: { readonly mediaTypes: readonly [Version1, Version2] };
    };
  };
}

declare const byOperation: OperationMethods<ExampleOperations, Table>;
declare const byPath: FetchMethods<ExamplePaths, Table>;
declare const preferring: OperationMethods<ExampleOperations, Table, readonly [Version2]>;
declare const preferringByPath: FetchMethods<ExamplePaths, Table, readonly [Version2]>;
declare const v1: Version1;
declare const v2: Version2;

describe("a body whose call names no media type", () => {
  test("is of the first that the spec declares", () => {
    byOperation.createThing({ body: { name: "a" } });
    byPath.POST("/things", { body: { name: "a" } });
    // @ts-expect-error a body of version 2 would go out labelled as version 1
    byOperation.createThing({ body: { names: ["a"] } });
    // @ts-expect-error a body of version 2 would go out labelled as version 1
    byPath.POST("/things", { body: { names: ["a"] } });
    byOperation.createThing({ body: { names: ["a"] }, contentType: v2 });
  });

  test("is of the version that the client prefers", () => {
    preferring.createThing({ body: { names: ["a"] } });
    preferringByPath.POST("/things", { body: { names: ["a"] } });
    // @ts-expect-error a body of version 1
    preferring.createThing({ body: { name: "a" } });
    // @ts-expect-error a body of version 1
    preferringByPath.POST("/things", { body: { name: "a" } });
    preferring.createThing({ body: { name: "a" }, contentType: v1 });
  });
});

describe("a result whose call asks for no media type", () => {
  test("is of the version that the client prefers", () => {
    expectTypeOf(preferring.createThing({ body: { names: [] } })).resolves.toEqualTypeOf<
      { ids: number[] } | undefined
    >();
    expectTypeOf(preferring.createThing({ body: { names: [] }, accept: v1 })).resolves.toEqualTypeOf<
      { id: number } | undefined
    >();
  });

  test("is what it was where the preferred version is not declared", () => {
    expectTypeOf(preferring.listThings()).resolves.toEqualTypeOf<{ id: number }[]>();
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
