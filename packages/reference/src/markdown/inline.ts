/** Makes inline code. Backticks in it are fenced by more of them, as CommonMark requires. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return `${fence}${padding}${text.replaceAll("\n", " ")}${padding}${fence}`;
}

/** Formats a value of the document as JSON. */
export function jsonCode(value: unknown): string {
  return code(JSON.stringify(value) ?? "");
}

/** Escapes a text of the document that is not Markdown, such as a name. */
export function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>|#]/g, "\\$&").replaceAll("\n", " ");
}

/** Makes a row of a table. A bar would end its cell, even in code. */
function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll(/(?<!\\)\|/g, "\\|").replaceAll(/\s*\n\s*/g, " ")).join(" | ")} |`;
}

/** Makes a table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}
