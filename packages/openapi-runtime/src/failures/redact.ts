const replacement = "[redacted]";

/** Below this a key is likely to be a part of ordinary words, such as `ex` of `index`. */
const shortestOdd = 8;

/**
 * Removes the key from a text, as it is and as JSON or a URL would spell it. A key of fewer than 8 characters is
 * removed where it stands as a word of its own. Anywhere else it would tear words apart (`inde[redacted].mjs`).
 */
export function redactText(text: string, key: string): string {
  let redacted = text;
  for (const spelling of spellings(key)) redacted = redacted.replaceAll(pattern(spelling, key), replacement);
  return redacted;
}

/**
 * Removes the key from the beginning of a longer text, also the part of it that may stand at the very end. A body that
 * was cut can end in the middle of the key, and half a key is a secret too.
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

/** What makes a short key a part of a longer word, of a file's name or of a path. */
const inWordBefore = /[\w./\\@%+-]$/;
/** A dot counts only before more. A backslash begins an escape. */
const inWordAfter = /^(?:[\w/@+-]|\.\w)/;
/** Escapes of JSON and of URLs end in letters and digits, but a word begins behind them. */
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

/** How deep a JSON value is searched. What lies deeper is replaced: a hostile nesting must not exhaust the stack. */
const maximumDepth = 200;

/** A copy of a JSON value with the key removed from every string and every property name. */
export function redactValue(value: unknown, key: string, depth = 0): unknown {
  if (typeof value === "string") return redactText(value, key);
  if (typeof value !== "object" || value === null) return value;
  if (depth === maximumDepth) return replacement;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, key, depth + 1));
  const entries = Object.entries(value).map(([name, child]) => [
    redactText(name, key),
    redactValue(child, key, depth + 1),
  ]);
  // Defines properties instead of setting them, so that a name like `__proto__` stays a name.
  return Object.fromEntries(entries);
}
