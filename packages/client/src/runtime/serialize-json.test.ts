import { describe, expect, test } from "vitest";
import { exampleOperation } from "./example-api.test-support.ts";
import { failureOf } from "./failure-of.test-support.ts";
import { serializeJson } from "./serialize-json.ts";

const write = (body: unknown) => serializeJson(body, exampleOperation("createThing"));
const refusal = async (body: unknown) => (await failureOf(() => write(body))).message;

describe("a JSON body", () => {
  test.each([null, 0, false, "", [], {}, { a: [{ b: "é" }, null] }])(
    "of %j is written as JSON.stringify would",
    (body) => {
      expect(write(body)).toBe(JSON.stringify(body));
    },
  );

  test("leaves out properties that are undefined", () => {
    expect(write({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test("may hold the same object twice, side by side", () => {
    const shared = { id: 1 };
    expect(write({ a: shared, b: [shared, shared] })).toBe('{"a":{"id":1},"b":[{"id":1},{"id":1}]}');
  });

  test("writes what toJSON returns", () => {
    expect(write({ at: new Date(0), money: { toJSON: () => ({ cents: 5 }) } })).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","money":{"cents":5}}',
    );
  });

  test("keeps an own __proto__ as the property that it is", () => {
    expect(write(JSON.parse('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}');
  });
});

describe("a JSON body is refused, naming the field, for", () => {
  const cycle: Record<string, unknown> = { list: [{}] };
  cycle.list = [{ back: cycle }];
  test.each<[string, unknown, string]>([
    [
      "NaN",
      { receivers: [{ id: 1 }, { id: Number.NaN }] },
      "`body.receivers[1].id` is NaN; JSON cannot carry it.",
    ],
    ["Infinity", [Number.NEGATIVE_INFINITY], "`body[0]` is -Infinity"],
    ["NaN that toJSON returns", { a: { toJSON: () => ({ b: Number.NaN }) } }, "`body.a.b` is NaN"],
    ["a BigInt", { id: 1n }, "`body.id` is a bigint"],
    ["a function", { id: () => 1 }, "`body.id` is a function"],
    ["a symbol", { id: Symbol("s") }, "`body.id` is a symbol"],
    ["an undefined element", { ids: [1, undefined] }, "`body.ids[1]` is undefined"],
    ["a hole", { ids: new Array(1) }, "`body.ids[0]` is undefined"],
    ["toJSON that returns nothing", { toJSON: () => undefined }, "`body` is undefined"],
    ["an invalid Date", { from: { at: new Date(Number.NaN) } }, "`body.from.at` is an invalid Date"],
    ["a Map", { variables: new Map([["a", 1]]) }, "`body.variables` is a Map or a Set"],
    ["a Set", new Set([1]), "`body` is a Map or a Set"],
    ["a cycle", cycle, "`body.list[0].back` refers back to itself"],
  ])("%s", async (_name, body, message) => {
    expect(await refusal(body)).toContain(message);
  });

  test("a toJSON that throws, keeping its error as the cause", async () => {
    const broken = new Error("broken");
    const body = {
      toJSON() {
        throw broken;
      },
    };
    const failure = await failureOf(() => write(body));
    expect(failure.message).toContain("`body` cannot be written as JSON");
    expect(failure.cause).toBe(broken);
  });

  // Each level is compared with all around it, which takes seconds once the mutation tests have counters in every line.
  test("a nesting that exhausts the stack", { timeout: 60_000 }, async () => {
    let body: unknown[] = [];
    for (let depth = 0; depth < 100_000; depth += 1) body = [body];
    expect(await refusal(body)).toContain("`body` cannot be written as JSON");
  });
});
