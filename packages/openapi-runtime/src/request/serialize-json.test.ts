import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { serializeJson } from "./serialize-json.ts";

const write = (body: unknown) => serializeJson(body, exampleOperation("createThing"));

class OnlyGetters {
  get type() {
    return "id";
  }
}

class OnlyPrivate {
  readonly #value = 1;
  read() {
    return this.#value;
  }
}

function* generate() {
  yield 1;
}

async function* generateLater() {
  yield 1;
}

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

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

describe("a JSON body may hold", () => {
  class Receiver {
    readonly type = "id";
    readonly #secret = 1;
    readonly value: string;
    constructor(value: string) {
      this.value = value;
    }
    get shown() {
      return `${this.value}${this.#secret}`;
    }
  }
  const sparseOfAnotherRealm = runInNewContext('({ a: {}, b: [{ c: 1 }], d: new Date(0), e: Object("x") })');
  test.each<[string, unknown]>([
    [
      "objects of a class with data of their own",
      { receiver: new Receiver("000A1B2C"), list: [new Receiver("b")] },
    ],
    ["objects without a prototype", Object.assign(Object.create(null), { a: { b: 1 } })],
    ["objects of another realm", sparseOfAnotherRealm],
    ["boxed values", { a: Object(1), b: Object("b"), c: Object(false) }],
    ["a URL, which can write itself", { a: new URL("https://example.com/") }],
    ["a Date", { at: new Date(0), list: [new Date(1)] }],
    ["members that nobody lists", Object.defineProperty({ a: new Date(0) }, "hidden", { value: 1 })],
    ["what toJSON says is null", { a: { toJSON: () => null } }],
    ["lone surrogates, which are escaped", { a: "\ud800", "\udc00": new Date(0) }],
    ["-0, which is 0", { a: -0, b: new Date(0) }],
    [
      "an own __proto__ beside a Date",
      Object.assign(JSON.parse('{"__proto__":{"a":1}}'), { at: new Date(0) }),
    ],
  ])("%s", (_name, body) => {
    expect(write(body)).toBe(JSON.stringify(body));
  });

  test("a value whose toJSON counts, which is asked once", () => {
    let asked = 0;
    expect(write({ a: { toJSON: (name: string) => `${name}${++asked}` } })).toBe('{"a":"a1"}');
  });
});

describe("a JSON body is refused, naming the field, for", () => {
  const cycle: Record<string, unknown> = { list: [{}] };
  cycle.list = [{ back: cycle }];
  test.each<[string, unknown, string]>([
    [
      "NaN",
      { receivers: [{ id: 1 }, { id: Number.NaN }] },
      "`body.receivers[1].id` is NaN; JSON cannot represent it.",
    ],
    ["Infinity", [Number.NEGATIVE_INFINITY], "`body[0]` is -Infinity"],
    ["NaN that toJSON returns", { a: { toJSON: () => ({ b: Number.NaN }) } }, "`body.a.b` is NaN"],
    ["a BigInt", { id: 1n }, "`body.id` is of the type bigint"],
    ["a function", { id: () => 1 }, "`body.id` is of the type function"],
    ["a symbol", { id: Symbol("s") }, "`body.id` is of the type symbol"],
    ["an undefined element", { ids: [1, undefined] }, "`body.ids[1]` is undefined"],
    ["a hole", { ids: new Array(1) }, "`body.ids[0]` is undefined"],
    ["toJSON that returns nothing", { toJSON: () => undefined }, "`body` is undefined"],
    ["an invalid Date", { from: { at: new Date(Number.NaN) } }, "`body.from.at` is an invalid Date"],
    [
      "a Map",
      { variables: new Map([["a", 1]]) },
      "`body.variables` is of the class Map, and its content is not in its members",
    ],
    ["a Set", new Set([1]), "`body` is of the class Set"],
    ["a boxed NaN", { n: [Object(Number.NaN)] }, "`body.n[0]` is NaN"],
    ["a boxed BigInt", { n: Object(1n) }, "`body.n` is of the class BigInt, and has no members of its own"],
    [
      "a boxed symbol",
      { n: Object(Symbol("s")) },
      "`body.n` is of the class Symbol, and has no members of its own",
    ],
    ["a forgotten await", Promise.resolve({}), "`body` is a promise; `await` it; JSON cannot represent it."],
    ["one a level down", { receiver: [Promise.resolve(1)] }, "`body.receiver[0]` is a promise"],
    [
      "a query that nobody awaited",
      { rows: Object.assign(Promise.resolve(), { table: "t" }) },
      "`body.rows` is a promise",
    ],
    ["an Error", { a: new TypeError("t") }, "`body.a` is of the class TypeError"],
    [
      "an Error with fields and a toJSON",
      { a: Object.assign(new Error("t"), { code: 1, toJSON: () => 1 }) },
      "`body.a` is of the class Error",
    ],
    ["an Error of another realm", { a: runInNewContext("new Error()") }, "`body.a` is of the class Error"],
    ["a RegExp", { a: Object.assign(/x/, { b: 1 }) }, "`body.a` is of the class RegExp"],
    ["an ArrayBuffer", { a: new ArrayBuffer(1) }, "`body.a` is of the class ArrayBuffer"],
    ["a SharedArrayBuffer", { a: new SharedArrayBuffer(1) }, "`body.a` is of the class SharedArrayBuffer"],
    ["a DataView", { a: new DataView(new ArrayBuffer(1)) }, "`body.a` is of the class DataView"],
    ["a typed array", { a: [new Float64Array(1)] }, "`body.a[0]` is of the class Float64Array"],
    ["a Buffer, although it can write itself", { a: Buffer.from("a") }, "`body.a` is of the class Buffer"],
    ["a Blob", { a: new Blob(["a"]) }, "`body.a` is of the class Blob"],
    ["a FormData", new FormData(), "`body` is of the class FormData"],
    ["a URLSearchParams", { a: new URLSearchParams("a=1") }, "`body.a` is of the class URLSearchParams"],
    ["Headers", { a: new Headers({ a: "1" }) }, "`body.a` is of the class Headers"],
    ["a stream", new ReadableStream(), "`body` is of the class ReadableStream"],
    ["a stream of Node", { a: Readable.from(["a"]) }, "`body.a` is of the class Readable"],
    ["a Response", new Response("a"), "`body` is of the class Response"],
    ["a WeakMap", { a: new WeakMap() }, "`body.a` is of the class WeakMap"],
    ["a WeakSet", { a: new WeakSet() }, "`body.a` is of the class WeakSet"],
    ["a WeakRef", { a: new WeakRef({}) }, "`body.a` is of the class WeakRef"],
    ["a generator", { a: generate() }, "`body.a` is of the class Generator"],
    ["an async generator", { a: generateLater() }, "`body.a` is of the class AsyncGenerator"],
    ["an iterator of a list", { a: [1].values() }, "`body.a` is of the class "],
    [
      "an object of getters",
      { a: new OnlyGetters() },
      "`body.a` is of the class OnlyGetters, and has no members of its own",
    ],
    [
      "an object of private fields",
      { a: new OnlyPrivate() },
      "`body.a` is of the class OnlyPrivate, and has no",
    ],
    [
      "an object that inherits all",
      { a: Object.create({ b: 1 }) },
      "`body.a` is of the class Object, and has no",
    ],
    [
      "a Map with fields of its own",
      { a: Object.assign(new Map(), { b: 1 }) },
      "`body.a` is of the class Map",
    ],
    [
      "a member named by a symbol",
      { a: { [Symbol("s")]: 1 } },
      "`body.a` has a member that is named by a symbol",
    ],
    [
      "a list with a further member",
      { a: /x/.exec("x") },
      "`body.a` is a list with the further member `index`",
    ],
    ["a list with a hole", { a: Object.assign([1], { 2: 2 }) }, "`body.a[1]` is undefined"],
    [
      "an invalid Date of another realm",
      { a: runInNewContext("new Date(NaN)") },
      "`body.a` is an invalid Date",
    ],
    [
      "a date of a library that is invalid",
      { a: { toJSON: () => null, valueOf: () => Number.NaN } },
      "`body.a` is an invalid Date",
    ],
    [
      "what toJSON returns and JSON drops",
      { a: { toJSON: () => new Map() } },
      "`body.a` is of the class Map",
    ],
    [
      "a getter that fails",
      {
        a: {
          get b() {
            throw new Error("no");
          },
        },
      },
      "`body.a.b` cannot be read (see `cause`)",
    ],
    ["a revoked proxy", { a: revoked() }, "`body.a` "],
    ["what a proxy hides", { a: new Proxy(new Map(), {}) }, "`body.a` is of the class Map"],
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
    expect(failure.message).toContain("`body` has a `toJSON` that fails (see `cause`)");
    expect(failure.cause).toBe(broken);
  });

  // Each level is compared with all outer levels. With the counters of mutation tests, that takes seconds.
  test("a nesting that exhausts the stack", { timeout: 60_000 }, async () => {
    let body: unknown[] = [];
    for (let depth = 0; depth < 100_000; depth += 1) body = [body];
    expect(await refusal(body)).toContain("`body` cannot be written as JSON");
  });
});
