/** A value that differs from the wanted one. */
export interface Difference {
  /** Location, such as `body.receiver.value`. */
  readonly place: string;
  readonly wanted: string;
  readonly given: string;
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
export const describeDifference = ({ place, wanted, given }: Difference): string =>
  `${place} is ${given}, expected ${wanted}`;

/**
 * Compares a value with a wanted part of it: some members of an object, but all elements of a list.
 *
 * @returns the differences; empty when the value fits
 */
export function differencesOf(place: string, wanted: unknown, given: unknown): Difference[] {
  if (Object.is(wanted, given)) return [];
  const differs = [{ place, wanted: shownValue(wanted), given: shownValue(given) }];
  if (typeof wanted === "function") return wanted(given) === true ? [] : differs;
  if (typeof wanted !== "object" || wanted === null) return differs;
  if (typeof given !== "object" || given === null) return differs;
  if (Array.isArray(wanted) !== Array.isArray(given)) return differs;
  if (Array.isArray(wanted) && Array.isArray(given)) {
    if (wanted.length === given.length)
      return wanted.flatMap((one, index) => differencesOf(`${place}[${index}]`, one, given[index]));
    const [more, less] = [wanted.length, given.length].map((count) => `${count} elements`);
    return [{ place, wanted: String(more), given: String(less) }];
  }
  return Object.entries(wanted).flatMap(([name, value]) =>
    differencesOf(
      `${place}.${name}`,
      value,
      Object.hasOwn(given, name) ? Reflect.get(given, name) : undefined,
    ),
  );
}
