import { describe, expectTypeOf, test } from "vitest";
import type { ExampleOperations, ExamplePaths } from "../testing/example-operations.test-support.ts";
import type { OperationMethods } from "./operation-methods.ts";
import type { FetchMethods } from "./path-methods.ts";

type Version1 = "application/vnd.example.thing-v1";
type Version2 = "application/vnd.example.thing-v2";

/** The part of the example's table that types depend on, as a constant like the generated one. */
interface Table {
  readonly operations: {
    readonly createThing: {
      readonly method: "POST";
      readonly path: "/things";
      readonly requestBody: { readonly mediaTypes: readonly [Version1, Version2] };
      readonly responses: { readonly "201": readonly [Version1, Version2]; readonly "202": readonly [] };
    };
    readonly listThings: {
      readonly method: "GET";
      readonly path: "/things";
      readonly responses: { readonly "200": readonly ["application/json"] };
    };
    readonly exportThings: {
      readonly method: "GET";
      readonly path: "/export";
      readonly responses: {
        readonly "200": readonly ["application/json", "text/plain"];
        readonly "206": readonly ["text/csv", "application/json"];
        readonly "2XX": readonly [];
        readonly default: readonly ["text/html"];
      };
    };
  };
}

interface Content<Bodies> {
  headers: Record<string, unknown>;
  content: Bodies;
}

/** The example's operations, and one with several successes of several media types each. */
interface Operations extends ExampleOperations {
  exportThings: {
    parameters: ExampleOperations["ping"]["parameters"];
    requestBody?: never;
    responses: {
      200: Content<{ "application/json": { rows: string[] }; "text/plain": "plain" }>;
      206: Content<{ "text/csv": "csv"; "application/json": { part: number } }>;
      "2XX": { headers: Record<string, unknown>; content?: never };
      default: Content<{ "text/html": "html" }>;
    };
  };
}

interface Paths extends ExamplePaths {
  "/export": { get: Operations["exportThings"] };
}

declare const byOperation: OperationMethods<Operations, Table>;
declare const byPath: FetchMethods<Paths, Table>;
declare const preferring: OperationMethods<Operations, Table, readonly [Version2]>;
declare const preferringByPath: FetchMethods<Paths, Table, readonly [Version2]>;
declare const preferringText: OperationMethods<Operations, Table, readonly ["text/plain"]>;
declare const preferringUnknown: OperationMethods<Operations, Table, readonly Version2[]>;
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
  test("is of the first that the spec declares, so that one more changes nothing", () => {
    expectTypeOf(byOperation.createThing({ body: { name: "a" } })).resolves.toEqualTypeOf<
      { id: number } | undefined
    >();
    const byPathResult = byPath.POST("/things", { body: { name: "a" } });
    expectTypeOf<Extract<Awaited<typeof byPathResult>, { error?: never }>["data"]>().toEqualTypeOf<
      { id: number } | undefined
    >();
    expectTypeOf(byOperation.createThing({ body: { name: "a" }, accept: v2 })).resolves.toEqualTypeOf<
      { ids: number[] } | undefined
    >();
  });

  test("is of the first or the preferred one of each success", () => {
    // The call accepts both media types, and each success has JSON, so the 206 can have it too.
    type Json = { rows: string[] } | { part: number };
    expectTypeOf(byOperation.exportThings()).resolves.toEqualTypeOf<Json | "csv" | undefined>();
    expectTypeOf(preferringText.exportThings()).resolves.toEqualTypeOf<"plain" | "csv" | undefined>();
  });

  test("is of any that may be preferred, where the client's type does not say which is", () => {
    expectTypeOf(preferringUnknown.createThing({ body: { name: "a" } })).resolves.toEqualTypeOf<
      { id: number } | { ids: number[] } | undefined
    >();
  });

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
