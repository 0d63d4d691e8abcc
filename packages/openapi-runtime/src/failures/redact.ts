const replacement = "[redacted]";

/** A shorter key is likely to be a part of ordinary words, as `ex` is of `index`. */
const shortestOdd = 8;

/**
 * Removes the key from a text: as it is, escaped for JSON, and encoded for a URL. A key of fewer than 8 characters is
 * removed only where it is a whole word. Elsewhere it would tear words apart (`inde[redacted].mjs`).
 */
export function redactText(text: string, key: string): string {
  let redacted = text;
  for (const spelling of spellings(key)) redacted = redacted.replaceAll(pattern(spelling, key), replacement);
  return redacted;
}

/**
 * Removes the key from the beginning of a longer text. It also removes a part of the key at the very end: a truncated
 * body can end within the key, and half a key is a secret too.
 */
export function redactBeginning(text: string, key: string): string {
  const redacted = redactText(text, key);
  const partial = Math.max(0, ...spellings(key).map((spelling) => lengthOfPrefixAtEnd(redacted, spelling)));
  if (partial === 0 || (key.length < shortestOdd && !startsWord(redacted, redacted.length - partial))) {
    return redacted;
  }
  return redacted.slice(0, -partial) + replacement;
}

function spellings(key: string): string[] {
  return key === "" ? [] : [...new Set([key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key)])];
}

/** Matches text before a short key that makes the key a part of a longer word, file name or path. */
const inWordBefore = /[\w./\\@%+-]$/;
/** Matches the same after a short key. A dot counts only before a letter or digit. A backslash begins an escape. */
const inWordAfter = /^(?:[\w/@+-]|\.\w)/;
/** Escapes of JSON and of URLs end in letters or digits, but the next word begins after them. */
const escapeBefore = /(?:\\[bfnrt"\\]|%[0-9a-fA-F]{2})$/;

function pattern(spelling: string, key: string): string | RegExp {
  if (key.length >= shortestOdd) return spelling;
  const literal = spelling.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  const before = `(?:(?<!${withoutAnchor(inWordBefore)})|(?<=${withoutAnchor(escapeBefore)}))`;
  return new RegExp(`${before}${literal}(?!${withoutAnchor(inWordAfter)})`, "g");
}

function withoutAnchor({ source }: RegExp): string {
  return source.replace(/^\^|\$$/g, "");
}

function startsWord(text: string, index: number): boolean {
  const before = text.slice(0, index);
  return !inWordBefore.test(before) || escapeBefore.test(before);
}

function lengthOfPrefixAtEnd(text: string, spelling: string): number {
  for (let length = Math.min(spelling.length - 1, text.length); length > 0; length -= 1) {
    if (text.endsWith(spelling.slice(0, length))) return length;
  }
  return 0;
}

/** Deepest level that is searched. Deeper values are replaced: hostile nesting must not exhaust the stack. */
const maximumDepth = 200;

/** Copies a JSON value and removes the key from every string and every property name. */
export function redactValue(value: unknown, key: string, depth = 0): unknown {
  if (typeof value === "string") return redactText(value, key);
  if (typeof value !== "object" || value === null) return value;
  if (depth === maximumDepth) return replacement;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, key, depth + 1));
  const entries = Object.entries(value).map(([name, child]) => [
    redactText(name, key),
    redactValue(child, key, depth + 1),
  ]);
  // `Object.fromEntries` defines properties instead of setting them, so that a name like `__proto__` stays a name.
  return Object.fromEntries(entries);
}
