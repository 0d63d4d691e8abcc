/** In characters. */
const longestLine = 120;
const longestCell = 20;

/** Words with a private meaning in this repository, and their replacements. */
const privateWords: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\bthie(f|ves)\b/i, "server of another origin"],
  [/\bdepartures?\b/i, "difference"],
  [/\barms?\b/i, "variant"],
];

/**
 * Checks the mechanical part of a page's prose: lines of at most 120 characters, table cells of at most 20 words, no
 * word of the private list. Code, unbreakable links and rows of tables may be longer.
 * @param page - its path, for the message
 * @returns the problems, in sentences; empty when there are none
 */
export function checkProse(page: string, markdown: string): string[] {
  let inCode = false;
  return markdown.split("\n").flatMap((line, index) => {
    const isFence = /^\s*(?:```|~~~)/.test(line);
    if (isFence) inCode = !inCode;
    if (inCode || isFence) return [];
    const at = `${page}:${index + 1}`;
    const prose = line.replaceAll(/`[^`]*`/g, "");
    return [
      ...(/^\s*\|/.test(line) ? longCells(at, line) : longLine(at, line)),
      ...privateWords.flatMap(([word, instead]) => {
        const [match] = word.exec(prose) ?? [];
        return match === undefined ? [] : [`${at}: "${match}" has a private meaning; write "${instead}".`];
      }),
    ];
  });
}

function longCells(at: string, row: string): string[] {
  const cells = row.split(/(?<!\\)\|/).slice(1, -1);
  return cells.flatMap((cell) => {
    const words = cell.trim().split(/\s+/).length;
    return words <= longestCell
      ? []
      : [
          `${at}: a table cell has ${words} words, more than ${longestCell}; move the rest to a list under the table.`,
        ];
  });
}

function longLine(at: string, line: string): string[] {
  // A line that consists of an unbreakable link or piece of code may be longer.
  const pieces = line
    .trim()
    .replaceAll(/\[[^\]]*\]\([^)]*\)|`[^`]*`/g, "x")
    .split(" ");
  if (line.length <= longestLine || pieces.length <= 2) return [];
  return [`${at}: the line has ${line.length} characters, more than ${longestLine}; wrap it.`];
}
