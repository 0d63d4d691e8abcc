/** Keys shorter than this, such as `k`, occur in many texts by chance. In characters. */
const shortestKey = 8;

/** Replaces a key in a text. */
export const removedKey = "(key-removed)";

/**
 * Makes a function that replaces every occurrence of the keys, wherever a client put one by mistake and in any
 * encoding. A key may be percent-encoded, also repeatedly or in part, escaped in JSON or HTML, in hexadecimal, in
 * base64, or in UTF-16. Keys of fewer than 8 characters are not removed: they would tear holes into unrelated text.
 */
export function createKeyRemover(keys: readonly string[]): (text: string) => string {
  const patterns = [...new Set(keys)].filter((key) => key.length >= shortestKey).map(patternOf);
  return (text) => patterns.reduce((cleaned, pattern) => cleaned.replace(pattern, removedKey), text);
}

const patterns = new Map<string, RegExp>();

function patternOf(key: string): RegExp {
  const existing = patterns.get(key);
  if (existing !== undefined) return existing;
  const hexadecimal = Buffer.from(key).toString("hex").replace(/[a-f]/g, eitherCase);
  const spellings = [[...key].map(spellingsOf).join("\0?"), hexadecimal, ...inBase64(key)];
  const pattern = new RegExp(spellings.join("|"), "g");
  // A test run has few keys, but a server under attack may get many.
  if (patterns.size > 100) patterns.clear();
  patterns.set(key, pattern);
  return pattern;
}

const eitherCase = (letter: string): string => `[${letter.toLowerCase()}${letter.toUpperCase()}]`;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
const hex = (number: number, digits: number): string =>
  number.toString(16).padStart(digits, "0").replace(/[a-f]/g, eitherCase);

/** Makes a pattern of all encodings of one character. */
function spellingsOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const bytes = [...Buffer.from(character)];
  return `(?:${[
    // JSON may have a backslash before quotes and slashes; JSON within JSON has more.
    `\\\\*${escaped(character)}`,
    bytes.map((byte) => `%(?:25)*${hex(byte, 2)}`).join(""),
    [...character].length === character.length ? `\\\\+u${hex(code, 4)}` : surrogates(character),
    `&#(?:${code}|[xX]0*${hex(code, 1)});`,
    ...(character === " " ? ["\\+"] : []),
  ].join("|")})`;
}

function surrogates(character: string): string {
  return [0, 1].map((index) => `\\\\+u${hex(character.charCodeAt(index), 4)}`).join("");
}

/** Makes patterns of a key in base64. Its encoding depends on the bytes around it, so the outer digits are omitted. */
function inBase64(key: string): string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(key)]);
    const digits = bytes.toString("base64").replace(/=+$/, "");
    const first = Math.ceil((before * 8) / 6);
    const last = Math.floor((bytes.length * 8) / 6);
    return escaped(digits.slice(first, last)).replaceAll("\\+", "[+-]").replaceAll("\\/", "[/_]");
  });
}
