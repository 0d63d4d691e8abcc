/** Items of a job are alike: what all their texts begin and end with is kept once, and ten million fit into 200 MB. */
export interface TextForm {
  readonly prefix: string;
  readonly suffix: string;
}

/** Marks a body that is kept whole; no JSON text begins with it. */
const whole = "\u0001";

/** Finds what the texts of two items have in common at both ends. */
export function commonForm(one: string, other: string): TextForm {
  if (one === other) return { prefix: "", suffix: "" };
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  // Surrogates are kept together: SQLite stores UTF-8.
  if (/[\ud800-\udbff]/.test(one[start - 1] ?? "")) start -= 1;
  if (/[\udc00-\udfff]/.test(one[one.length - end] ?? "")) end -= 1;
  return { prefix: one.slice(0, start), suffix: one.slice(one.length - end) };
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
