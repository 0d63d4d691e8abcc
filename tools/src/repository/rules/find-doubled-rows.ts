/** Number of equal characters at the start of two lines from which one counts as an older version of the other. */
const sameBeginning = 60;

/**
 * Finds repetitions in a page, which often remain after two people changed the same line. These are rows of one table
 * with the same first cell, and lines of prose with the same start.
 * @param page - its path, for the message
 * @returns the problems, in sentences; empty when there are none
 */
export function findDoubledRows(page: string, markdown: string): string[] {
  const problems: string[] = [];
  const prose = new Map<string, number>();
  let rows = new Map<string, number>();
  let inCode = false;
  for (const [index, line] of markdown.split("\n").entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) inCode = !inCode;
    if (inCode) continue;
    const [, cell] = /^\s*\|((?:[^|\\]|\\.)*)\|/.exec(line) ?? [];
    if (cell === undefined) {
      rows = new Map();
      if (line.trim().length < sameBeginning || line.startsWith("#")) continue;
      report(prose, line.trim().slice(0, sameBeginning), index, "the line begins like");
      continue;
    }
    const name = cell.trim();
    if (name === "" || /^:?-+:?$/.test(name)) continue;
    report(rows, name, index, `the row ${name} repeats`);
  }
  return problems;

  function report(seen: Map<string, number>, key: string, index: number, problem: string): void {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else problems.push(`${page}:${index + 1}: ${problem} line ${first + 1}; keep the correct one.`);
  }
}
