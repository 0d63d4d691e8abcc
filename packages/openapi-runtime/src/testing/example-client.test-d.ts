import { describe, expectTypeOf, test } from "vitest";
import type { version1, version2 } from "./example-api.test-support.ts";
import type { ExampleClient } from "./example-client.test-support.ts";

declare const client: ExampleClient;
const { byOperation, byPath } = client;
type Version1 = typeof version1;
type Version2 = typeof version2;
declare const v1: Version1;
declare const v2: Version2;

describe("an operation with two versions of its media type", () => {
  test("answers either version, or nothing for its empty success, where no table says which comes first", () => {
    expectTypeOf(byOperation.createThing({ body: { name: "a" } })).resolves.toEqualTypeOf<
      { id: number } | { ids: number[] } | undefined
    >();
  });

  test("answers the version that is asked for", () => {
    expectTypeOf(byOperation.createThing({ body: { name: "a" }, accept: v1 })).resolves.toEqualTypeOf<
      { id: number } | undefined
    >();
    expectTypeOf(byOperation.createThing({ body: { name: "a" }, accept: v2 })).resolves.toEqualTypeOf<
      { ids: number[] } | undefined
    >();
    const byPathResult = byPath.POST("/things", { body: { name: "a" }, accept: v2 });
    expectTypeOf<Extract<Awaited<typeof byPathResult>, { error?: never }>["data"]>().toEqualTypeOf<
      { ids: number[] } | undefined
    >();
  });

  test("takes the body of the version that contentType names", () => {
    byOperation.createThing({ body: { names: ["a"] }, contentType: v2 });
    byPath.POST("/things", { body: { names: ["a"] }, contentType: v2 });
    // @ts-expect-error a body of version 1
    byOperation.createThing({ body: { name: "a" }, contentType: v2 });
    // @ts-expect-error a body of version 1
    byPath.POST("/things", { body: { name: "a" }, contentType: v2 });
    // @ts-expect-error a body of version 2
    byOperation.createThing({ body: { names: ["a"] }, contentType: v1 });
  });

  test("knows no third version", () => {
    // @ts-expect-error not declared
    byOperation.createThing({ body: { name: "a" }, accept: "application/vnd.example.thing-v3" });
    // @ts-expect-error not declared
    byOperation.createThing({ body: { name: "a" }, contentType: "application/json" });
    // @ts-expect-error not declared
    byPath.POST("/things", { body: { name: "a" }, accept: "application/json" });
  });
});

describe("an operation without required input", () => {
  test("is called without an argument", () => {
    expectTypeOf(byOperation.listThings()).resolves.toEqualTypeOf<{ id: number }[]>();
    byPath.GET("/things");
    byOperation.upload();
  });

  test("checks what it is given", () => {
    byOperation.listThings({ query: { tag: ["a"] }, header: { "X-Trace": "1" } });
    byPath.GET("/things", { params: { query: { limit: 1 } } });
    byOperation.upload({ body: "text", contentType: "text/plain" });
    // @ts-expect-error not a query parameter of the spec
    byOperation.listThings({ query: { colour: "red" } });
    // @ts-expect-error a number
    byPath.GET("/things", { params: { query: { limit: "1" } } });
    // @ts-expect-error an option of openapi-fetch that the client does not have
    byPath.GET("/things", { parseAs: "stream" });
  });
});

describe("the type of a result", () => {
  test("is undefined for an empty success, Blob for bytes", () => {
    expectTypeOf(byOperation.deleteThing({ path: { id: 1 } })).resolves.toEqualTypeOf<undefined>();
    expectTypeOf(byOperation.downloadFile()).resolves.toEqualTypeOf<Blob>();
  });

  test("comes from `default` only when no success is declared", () => {
    expectTypeOf(byOperation.ping()).resolves.toEqualTypeOf<{ pong: true }>();
    expectTypeOf(byOperation.runThing({ path: { id: 1 } })).resolves.toEqualTypeOf<{ done: boolean }>();
  });

  test("says of a refusal's body what the spec says of any refusal", async () => {
    const { error } = await byPath.GET("/things");
    if (error?.kind === "http")
      expectTypeOf(error.body).toEqualTypeOf<{ reason: string } | string | undefined>();
  });
});

describe("a path", () => {
  test("is known only for the methods that it has", () => {
    // @ts-expect-error no GET there
    byPath.GET("/things/{id}", { params: { path: { id: 1 } } });
    // @ts-expect-error no such path
    byPath.GET("/thing");
  });
});
