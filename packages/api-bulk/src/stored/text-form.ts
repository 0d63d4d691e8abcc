/** Items of a job are alike: what all their texts begin and end with is kept once, and ten million fit into 200 MB. */
export interface TextForm {
  readonly prefix: string;
  readonly suffix: string;
}

/** Marks a body that is kept whole; no JSON text begins with it. */
const whole = "\u0001";

/**
 * Finds what the texts of two items have in common at both ends. A value is in it whole or not at all. The first
 * thousand of a sorted file begin with the same digits, and its millions do not.
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
    // A value ends before its closing quote, and before the end of what it is in.
    const ends = inString ? isQuote : "]},".includes(character);
    if (ends && index >= end && suffix === one.length) suffix = index;
    if (inString && character === "\\") index += 1;
    else if (isQuote) inString = !inString;
    // A value begins behind its opening quote, and behind what it is in.
    const begins = isQuote ? inString : !inString && "[{:,".includes(character);
    if (begins && index < start) prefix = index + 1;
  }
  return { prefix: one.slice(0, prefix), suffix: one.slice(suffix) };
}

/** What is stored of an item's text. */
export function shorten({ prefix, suffix }: TextForm, text: string): string {
  const fits =
    text.length >= prefix.length + suffix.length && text.startsWith(prefix) && text.endsWith(suffix);
  return fits ? text.slice(prefix.length, text.length - suffix.length) : `${whole}${text}`;
}

/** The item's text again. */
export function lengthen({ prefix, suffix }: TextForm, stored: string): string {
  return stored.startsWith(whole) ? stored.slice(1) : `${prefix}${stored}${suffix}`;
}
