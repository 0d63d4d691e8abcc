import { describe, expect, test } from "vitest";
import { redactCause } from "./redact-cause.ts";

const key = "a-secret-key";

/** Makes an error with nested causes to a depth. Each cause has a list of errors. */
function chain(depth: number): Error {
  const cause = depth === 0 ? undefined : chain(depth - 1);
  return Object.assign(new Error(`level ${depth} ${key}`, { cause }), { errors: [new Error(`in ${depth}`)] });
}

describe("of an error that has many, a copy has", () => {
  test("sixteen, and says how many it left out", () => {
    const many = new AggregateError(Array.from({ length: 20 }, (_, index) => new Error(`${key} ${index}`)));
    const { errors } = redactCause(many, key) as AggregateError;
    expect(errors).toHaveLength(17);
    expect(errors[15]).toMatchObject({ message: "[redacted] 15" });
    expect(errors[16]).toMatchObject({ message: "4 more" });
  });

  test("all, when they are no more than sixteen", () => {
    const many = new AggregateError(Array.from({ length: 16 }, (_, index) => new Error(`${index}`)));
    expect((redactCause(many, key) as AggregateError).errors).toHaveLength(16);
  });

  test("eight levels of causes, and at the last none of its errors", () => {
    let level: Error = redactCause(chain(10), key);
    const levels = [level];
    while (level.cause instanceof Error) {
      level = level.cause;
      levels.push(level);
    }
    expect(levels.map(({ message }) => message)).toEqual(
      [10, 9, 8, 7, 6, 5, 4, 3].map((depth) => `level ${depth} [redacted]`),
    );
    const lists = levels.map((each) => (each as AggregateError).errors.map(({ message }: Error) => message));
    expect(lists.slice(0, 7)).toEqual([10, 9, 8, 7, 6, 5, 4].map((depth) => [`in ${depth}`]));
    expect(lists[7]).toEqual(["1 more"]);
  });

  test("as many levels of lists in lists", () => {
    const inLists = (depth: number): Error =>
      depth === 0
        ? new Error("innermost")
        : Object.assign(new Error(`${depth}`), { errors: [inLists(depth - 1)] });
    let level: { message: string; errors?: { message: string }[] } = redactCause(inLists(12), key) as never;
    const seen: string[] = [];
    while (level !== undefined) {
      seen.push(level.message);
      level = level.errors?.[0] as never;
    }
    expect(seen).toEqual(["12", "11", "10", "9", "8", "7", "6", "5", "1 more"]);
  });
});
