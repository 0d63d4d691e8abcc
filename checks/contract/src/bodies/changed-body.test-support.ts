import * as fc from "fast-check";

/** One change to a JSON value: its location, the action, and the new value. */
interface Change {
  readonly location: number;
  readonly action: "replace" | "remove" | "add" | "repeat";
  readonly name: string;
  readonly value: unknown;
}

/**
 * Changes a JSON value in one to three places: values of another type or out of range, missing, added or renamed
 * members, repeated elements.
 * @param words - strings with a meaning in the spec
 */
export function changedBody(body: unknown, words: readonly string[]): fc.Arbitrary<unknown> {
  const word = fc.constantFrom(...words);
  const value = fc.oneof(word, fc.constantFrom(...plainValues), fc.record({ type: word, value: word }));
  const change: fc.Arbitrary<Change> = fc.record({
    location: fc.nat(),
    action: fc.constantFrom("replace", "remove", "add", "repeat"),
    name: word,
    value,
  });
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce(apply, structuredClone(body)));
}

const plainValues: readonly unknown[] = [
  null,
  true,
  0,
  1,
  -1,
  0.5,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  "",
  "x",
  "2026-02-30T00:00:00Z",
  "2026-03-02",
  [],
  [null],
  {},
  [[]],
];

type Container = Record<string, unknown> | unknown[];

function apply(body: unknown, { location, action, name, value }: Change): unknown {
  const containers = containersOf(body);
  const container = containers[location % (containers.length + 1)];
  // The location after all containers is the body itself.
  if (container === undefined) return value;
  const keys = Object.keys(container);
  const key = keys[location % Math.max(keys.length, 1)] ?? name;
  if (Array.isArray(container)) {
    if (action === "remove") container.splice(Number(key) || 0, 1);
    else if (action === "replace") container[Number(key) || 0] = structuredClone(value);
    else container.push(structuredClone(action === "repeat" ? container[0] : value));
  } else if (action === "remove") delete container[key];
  else if (action === "replace") container[key] = structuredClone(value);
  else container[name] = structuredClone(action === "repeat" ? container[key] : value);
  return body;
}

function containersOf(value: unknown): Container[] {
  if (typeof value !== "object" || value === null) return [];
  return [value as Container, ...Object.values(value).flatMap(containersOf)];
}
