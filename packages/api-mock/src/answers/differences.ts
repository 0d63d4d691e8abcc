/** Where a value is not as it was wanted. */
export interface Difference {
  /** Such as `body.receiver.value`. */
  readonly place: string;
  readonly wanted: string;
  readonly given: string;
}

/** Characters of a value that a message shows. */
const shown = 80;

/** A value in a message. */
export function shownValue(value: unknown): string {
  const text = typeof value === "function" ? "what a function says" : (JSON.stringify(value) ?? "nothing");
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}

/** A difference in one line. */
export const describeDifference = ({ place, wanted, given }: Difference): string =>
  `${place} is ${given}, wanted is ${wanted}`;

/**
 * Compares a value with a part of it that is wanted: of objects some members, of lists all elements.
 *
 * @returns what differs; empty when it fits
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
