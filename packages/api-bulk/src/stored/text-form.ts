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
export function commonForm(first: string, second: string): TextForm {
  if (first === second) return { prefix: "", suffix: "" };
  const shorter = Math.min(first.length, second.length);
  let start = 0;
  while (start < shorter && first[start] === second[start]) start += 1;
  let end = first.length;
  const moved = second.length - first.length;
  while (end > start && end + moved > start && first[end - 1] === second[end - 1 + moved]) end -= 1;

  let [prefix, suffix] = [0, first.length];
  let inString = false;
  for (let index = 0; index < first.length; index += 1) {
    const character = first[index] ?? "";
    const isQuote = character === '"';
    // A value ends before its closing quote, and before the end of the object or array around it.
    const ends = inString ? isQuote : "]},".includes(character);
    if (ends && index >= end && suffix === first.length) suffix = index;
    if (inString && character === "\\") index += 1;
    else if (isQuote) inString = !inString;
    // A value begins after its opening quote, and after the separator before it.
    const begins = isQuote ? inString : !inString && "[{:,".includes(character);
    if (begins && index < start) prefix = index + 1;
  }
  return { prefix: first.slice(0, prefix), suffix: first.slice(suffix) };
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
