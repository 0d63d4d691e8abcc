/** Control characters, line separators, bidirectional marks, byte order marks and lone surrogates. */
export const unseen: RegExp = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * Escapes text of a document for one line of output, without control sequences and invisible characters.
 *
 * A document must not control the machine that reads the output either. A CI reads `##[` and `##vso[` as commands
 * anywhere in a line. It reads `::` as a command only at the start, where text of the document never is.
 */
export function printable(text: string): string {
  return text
    .replaceAll(unseen, (character) => SHORT[character] ?? escapeCharacter(character))
    .replaceAll(/##(?=\[|vso\[)/g, "#\\u0023");
}

/** Escapes a character as in JavaScript: `\u202e`. */
export function escapeCharacter(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index);
    return `\\u${unit.toString(16).padStart(4, "0")}`;
  }).join("");
}
