/** Control characters, line ends of all sorts, marks that turn the direction of text, and halves of characters. */
export const unseen: RegExp = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * Writes text of a document for a line of output: on one line, with nothing in it that a terminal obeys or hides.
 *
 * A document must not speak to the machine that reads the output either. `##[` and `##vso[` are commands of a CI wherever
 * they stand in a line; `::` is one at its beginning, which is never the document's.
 */
export function printable(text: string): string {
  return text
    .replaceAll(unseen, (character) => SHORT[character] ?? escapeCharacter(character))
    .replaceAll(/##(?=\[|vso\[)/g, "#\\u0023");
}

/** Writes a character as an escape of JavaScript, `\u202e`. */
export function escapeCharacter(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index);
    return `\\u${unit.toString(16).padStart(4, "0")}`;
  }).join("");
}
