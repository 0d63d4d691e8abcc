/** The common beginning and end of a job's items, stored once: ten million items then fit into 200 MB. */
export interface TextForm {
  readonly prefix: string;
  readonly suffix: string;
}

/** Marks a body that is stored completely; no JSON text begins with it. */
const whole = "\u0001";

/**
 * Finds the common beginning and end of two items' texts. They contain a JSON value completely or not at all: the first
 * thousand values of a sorted file may begin with the same digits, but millions do not.
 */
export function commonForm(one: string, other: string): TextForm {
  if (one === other) return { prefix: "", suffix: "" };
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = one.length;
  const moved = other.length - one.length;
  while (end > start && end + moved > start && one[end - 1] === other[end - 1 + moved]) end -= 1;

  let [prefix, suffix] = [0, one.length];
  let inString = false;
  for (let index = 0; index < one.length; index += 1) {
    const character = one[index] ?? "";
    const isQuote = character === '"';
    // A value ends before its closing quote, and before the end of the object or array around it.
    const ends = inString ? isQuote : "]},".includes(character);
    if (ends && index >= end && suffix === one.length) suffix = index;
    if (inString && character === "\\") index += 1;
    else if (isQuote) inString = !inString;
    // A value begins after its opening quote, and after the separator before it.
    const begins = isQuote ? inString : !inString && "[{:,".includes(character);
    if (begins && index < start) prefix = index + 1;
  }
  return { prefix: one.slice(0, prefix), suffix: one.slice(suffix) };
}

/** Shortens an item's text for storage. */
export function shorten({ prefix, suffix }: TextForm, text: string): string {
  const fits =
    text.length >= prefix.length + suffix.length && text.startsWith(prefix) && text.endsWith(suffix);
  return fits ? text.slice(prefix.length, text.length - suffix.length) : `${whole}${text}`;
}

/** Restores an item's text. */
export function lengthen({ prefix, suffix }: TextForm, stored: string): string {
  return stored.startsWith(whole) ? stored.slice(1) : `${prefix}${stored}${suffix}`;
}
