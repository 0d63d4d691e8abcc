/** A value that differs from the expected one. */
export interface Difference {
  /** Location, such as `body.receiver.value`. */
  readonly location: string;
  readonly expected: string;
  readonly actual: string;
}

/** Number of characters of a value that a message shows. */
const shown = 80;

/** Formats a value for a message. */
export function shownValue(value: unknown): string {
  const text =
    typeof value === "function" ? "the result of a function" : (JSON.stringify(value) ?? "nothing");
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}

/** Describes a difference in one line. */
export const describeDifference = ({ location, expected, actual }: Difference): string =>
  `${location} is ${actual}, expected ${expected}`;

/**
 * Compares a value with an expected part of it: some members of an object, but all elements of a list.
 *
 * @returns the differences; empty when the value fits
 */
export function differencesOf(location: string, expected: unknown, actual: unknown): Difference[] {
  if (Object.is(expected, actual)) return [];
  const differs = [{ location, expected: shownValue(expected), actual: shownValue(actual) }];
  if (typeof expected === "function") return expected(actual) === true ? [] : differs;
  if (typeof expected !== "object" || expected === null) return differs;
  if (typeof actual !== "object" || actual === null) return differs;
  if (Array.isArray(expected) !== Array.isArray(actual)) return differs;
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length === actual.length)
      return expected.flatMap((element, index) =>
        differencesOf(`${location}[${index}]`, element, actual[index]),
      );
    const [more, less] = [expected.length, actual.length].map((count) => `${count} elements`);
    return [{ location, expected: String(more), actual: String(less) }];
  }
  return Object.entries(expected).flatMap(([name, value]) =>
    differencesOf(
      `${location}.${name}`,
      value,
      Object.hasOwn(actual, name) ? Reflect.get(actual, name) : undefined,
    ),
  );
}
