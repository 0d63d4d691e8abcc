import { describe, expect, test } from "vitest";
import type { NamedOperation } from "../table/api-description.ts";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { serializePath } from "./serialize-path.ts";

const note = (name: unknown) => serializePath(exampleOperation("readNote"), { name });
const run = (id: unknown) => serializePath(exampleOperation("runThing"), { id });

describe("an int32 in the path", () => {
  test.each([0, 42, -1, 2147483647, -2147483648])("of %i is written", (id) => {
    expect(run(id)).toBe(`/things/${id}/run`);
  });

  test.each([2147483648, -2147483649, 4294967338])("of %i is out of range", async (id) => {
    expect((await failureOf(() => run(id))).message).toBe(
      "runThing (POST /things/{id}/run): path parameter `id` must be from -2147483648 to 2147483647.",
    );
  });

  test.each([
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e21,
    "42",
    "../1",
    true,
    [42],
    { valueOf: () => 42 },
    42n,
  ])("of %s is no integer", async (id) => {
    expect((await failureOf(() => run(id))).message).toContain("path parameter `id` must be an integer.");
  });
});

describe("a string in the path", () => {
  test.each([
    ["a b", "a%20b"],
    ["a/b", "a%2Fb"],
    ["a\\b", "a%5Cb"],
    ["%2e%2e", "%252e%252e"],
    ["?x=1#y", "%3Fx%3D1%23y"],
    ["{id}", "%7Bid%7D"],
    ["$&", "%24%26"],
    ["é😀", "%C3%A9%F0%9F%98%80"],
    ["...", "..."],
    [" ", "%20"],
  ])("of %j is encoded as %s", (name, encoded) => {
    expect(note(name)).toBe(`/notes/${encoded}`);
  });

  test.each([".", "..", "../admin", "a/../b", "..\\admin", "a\\..", "./a"])(
    "of %j would climb to another path and is refused",
    async (name) => {
      expect((await failureOf(() => note(name))).message).toContain("must not contain a `.` or `..` segment");
    },
  );

  test.each(["a\nb", "\0", "\u007f", "\u0085", "\ud800", "a\udc00b"])("of %j is refused", async (name) => {
    expect((await failureOf(() => note(name))).message).toContain(
      "must not contain control characters or lone surrogates",
    );
  });

  test("must be one, and not empty", async () => {
    expect((await failureOf(() => note(7))).message).toContain("must be a string");
    expect((await failureOf(() => note(["a"]))).message).toContain("must be a string");
    expect((await failureOf(() => note(""))).message).toContain("must not be empty");
  });
});

describe("a path parameter", () => {
  test.each([{}, undefined, { id: undefined }, { id: null }, Object.create({ id: 42 })])(
    "that is missing, or only inherited, is refused (%#)",
    async (values) => {
      const failure = await failureOf(() => serializePath(exampleOperation("runThing"), values));
      expect(failure.message).toContain("path parameter `id` is missing.");
    },
  );

  test.each(["workflowId", "toString", "constructor"])("named %s is unknown", async (name) => {
    const values = { id: 42, [name]: 1 };
    const failure = await failureOf(() => serializePath(exampleOperation("runThing"), values));
    expect(failure.message).toContain(`unknown path parameter \`${name}\`; known: id.`);
  });

  test("has no place where the path has none", async () => {
    const failure = await failureOf(() => serializePath(exampleOperation("ping"), { id: 1 }));
    expect(failure.message).toContain("known: none.");
  });

  test("of type number or boolean is checked as such", async () => {
    const operation: NamedOperation = {
      ...exampleOperation("ping"),
      path: "/{share}/{open}",
      pathParameters: { share: { type: "number" }, open: { type: "boolean" } },
    };
    expect(serializePath(operation, { share: 0.5, open: false })).toBe("/0.5/false");
    expect(
      (await failureOf(() => serializePath(operation, { share: Number.NaN, open: true }))).message,
    ).toContain("`share` must be a finite number");
    expect((await failureOf(() => serializePath(operation, { share: 1, open: "yes" }))).message).toContain(
      "`open` must be true or false",
    );
  });
});
