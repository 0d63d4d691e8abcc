const longestSentence = 25;

/** Matches the start of a block: an item of a list, a row of a table, a heading. */
const blockStart = /^\s*(?:[-*] |\d+\. |\||#)/;

/**
 * Checks that no sentence of a page has more than 25 words. A colon or semicolon ends a sentence too. A list of names
 * in code counts as one word; code, tables and headings are left out.
 * @param page - its path, for the message
 */
export function checkSentences(page: string, markdown: string): string[] {
  return blocksOf(markdown).flatMap(({ line, text }) =>
    text
      .replaceAll(/(?:`[^`]*`, |\b\d{3}, )+/g, "")
      .split(/(?<=[.!?:;][*)]{0,2})\s+/)
      .flatMap((sentence) => {
        const words = sentence.split(/\s+/).filter((word) => /\w/.test(word)).length;
        if (words <= longestSentence) return [];
        const beginning = sentence.split(/\s+/).slice(0, 6).join(" ");
        return [
          `${page}:${line}: the sentence "${beginning} …" has ${words} words, more than ${longestSentence}; split it.`,
        ];
      }),
  );
}

/** Lists paragraphs and items, each on one line, with the number of its first line. */
function blocksOf(markdown: string): { readonly line: number; readonly text: string }[] {
  const blocks: { line: number; text: string }[] = [];
  let inCode = false;
  let isOpen = false;
  markdown.split("\n").forEach((text, index) => {
    const isFence = /^\s*(?:```|~~~)/.test(text);
    if (isFence) inCode = !inCode;
    if (inCode || isFence || text.trim() === "" || /^\s*[|#<]/.test(text)) {
      isOpen = false;
      return;
    }
    const last = blocks.at(-1);
    if (isOpen && last !== undefined && !blockStart.test(text)) last.text += ` ${text.trim()}`;
    else blocks.push({ line: index + 1, text: text.replace(blockStart, "").trim() });
    isOpen = true;
  });
  return blocks;
}
