/** A piece of code inside a line. Backticks in it are fenced by more of them, as CommonMark asks. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return `${fence}${padding}${text.replaceAll("\n", " ")}${padding}${fence}`;
}

/** A value of the document as it is written in JSON. */
export function jsonCode(value: unknown): string {
  return code(JSON.stringify(value) ?? "");
}

/** A text of the document that is no Markdown, such as a name, so that it stays what it is. */
export function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>|#]/g, "\\$&").replaceAll("\n", " ");
}

/** A row of a table. A bar would end its cell, in code, too. */
function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll(/(?<!\\)\|/g, "\\|").replaceAll(/\s*\n\s*/g, " ")).join(" | ")} |`;
}

/** A table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}
