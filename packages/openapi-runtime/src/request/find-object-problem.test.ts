import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { findObjectProblem, isNoData, nameOf } from "./find-object-problem.ts";

class Own {
  a = 1;
}
class Hidden {
  #a = 1;
  get a() {
    return this.#a;
  }
}
const unnamed = new (class {
  a = 1;
})();

test.each<[string, object]>([
  ["a plain object", { a: 1 }],
  ["an empty one", {}],
  ["one without a prototype", Object.create(null)],
  ["one of another realm", runInNewContext("({})")],
  ["an object of a class with members", new Own()],
  ["a list", [1, 2]],
  ["a boxed text", Object("a")],
  ["a boxed boolean", Object(true)],
  ["a boxed number", Object(1)],
  // biome-ignore lint/suspicious/noThenProperty: the test needs it.
  ["a plain object with a member called then that is no function", { then: 1 }],
  ["a plain object with a member called pipe", { pipe: () => 1 }],
  ["a member named by a symbol that is not listed", Object.defineProperty({}, Symbol("a"), { value: 1 })],
])("%s has no problem", (_name, object) => {
  expect(findObjectProblem(object)).toBeUndefined();
});

test.each<[string, object, string]>([
  ["a boxed number that is none", Object(Number.NaN), "is NaN"],
  // biome-ignore lint/suspicious/noThenProperty: the test needs it.
  ["a promise", { then: () => 1 }, "is a promise; `await` it"],
  ["a RegExp", /a/, "is of the class RegExp, and its content is not in its members"],
  ["a Map", new Map(), "is of the class Map, and its content is not in its members"],
  [
    "a stream of Node",
    new (class Stream {
      a = 1;
      pipe() {}
    })(),
    "is of the class Stream, and its content is not in its members",
  ],
  [
    "an async list",
    new (class Rows {
      a = 1;
      async *[Symbol.asyncIterator]() {}
    })(),
    "is of the class Rows, and its content is not in its members",
  ],
  ["hidden data", new Hidden(), "is of the class Hidden, and has no members of its own"],
  ["a member named by a symbol", { [Symbol("a")]: 1 }, "has a member that is named by a symbol"],
  [
    "a further member of a list",
    Object.assign([1], { extra: 1 }),
    "is a list with the further member `extra`",
  ],
  ["a negative index of a list", Object.assign([1], { "-1": 1 }), "is a list with the further member `-1`"],
])("%s is refused", (_name, object, problem) => {
  expect(findObjectProblem(object)).toBe(problem);
});

test("bytes and errors are no data, of any realm; others are", () => {
  const no = [
    new Uint8Array(),
    new DataView(new ArrayBuffer(1)),
    new TypeError("a"),
    runInNewContext("new Error()"),
  ];
  expect(no.map(isNoData)).toEqual([true, true, true, true]);
  class Named extends Error {
    get [Symbol.toStringTag]() {
      return "Named";
    }
  }
  expect(isNoData(new Named())).toBe(true);
  expect([isNoData({}), isNoData([]), isNoData(new Date())]).toEqual([false, false, false]);
});

test("an object is called by its class, or by its kind", () => {
  expect(nameOf(new Own())).toBe("Own");
  expect(nameOf(Object.create(null))).toBe("Object");
  expect(nameOf({ constructor: undefined } as object)).toBe("Object");
  expect(nameOf({ constructor: { name: 1 } } as object)).toBe("Object");
  Object.defineProperty(unnamed.constructor, "name", { value: "" });
  expect(nameOf(unnamed)).toBe("Object");
});

test.each(["1x", "x1", "01", "01x", "-1", "1.5", "4294967295", ""])(
  "a list with the further member %j is no list",
  (name) => {
    const list = Object.assign([1, 2], { [name]: 3 });
    expect(findObjectProblem(list)).toBe(`is a list with the further member \`${name}\``);
  },
);

test("a list of more than ten has no further member", () => {
  expect(findObjectProblem(Array.from({ length: 12 }, (_, index) => index))).toBeUndefined();
});
