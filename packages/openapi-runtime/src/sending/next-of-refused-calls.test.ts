import { expect, test } from "vitest";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";

const path = { id: 1 };
const { byOperation, byPath } = exampleClient({ fetch: () => Promise.reject(new Error("nothing is sent")) });
const run = (input: object) => failureOf(() => byOperation.runThing(input as never));

test.each<[string, object]>([
  ["an option that is not known", { path, timeout: 1 }],
  ["an option out of range", { path, deadlineMs: 0 }],
  ["a media type that is not declared", { path, accept: "text/html" }],
  ["a signal that is none", { path, signal: 1 }],
  ["a header of the transport", { path, headers: { host: "a" } }],
])("a call with %s is mended in the code", async (_, input) => {
  expect(await run(input)).toMatchObject({ kind: "configuration", attempts: 0, next: "fix-setup" });
});

test("so is a call of what the spec does not have", async () => {
  const failure = await failureOf(() => byPath.GET("/nothing" as never));
  expect(failure).toMatchObject({ kind: "configuration", next: "fix-setup" });
});

test.each<[string, object]>([
  ["a path parameter", { path: { id: 0.5 } }],
  ["a missing path parameter", { path: {} }],
  ["a header's value", { path, headers: { "x-a": "a\nb" } }],
])("a call whose input is wrong (%s) will never work", async (_, input) => {
  expect(await run(input)).toMatchObject({ kind: "configuration", attempts: 0, next: "fix-request" });
});

test("so is one whose body JSON cannot carry", async () => {
  const failure = await failureOf(() => byOperation.createThing({ body: { name: Number.NaN } } as never));
  expect(failure).toMatchObject({ kind: "configuration", next: "fix-request" });
});

test("a key function that returns no key is mended in the setup", async () => {
  const client = exampleClient({
    apiKey: () => "",
    fetch: () => Promise.reject(new Error("nothing is sent")),
  });
  const failure = await failureOf(() => client.byOperation.runThing({ path }));
  expect(failure).toMatchObject({ kind: "configuration", attempts: 0, next: "fix-setup" });
});
