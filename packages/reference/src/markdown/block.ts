/** Joins blocks of Markdown; empty and undefined ones are left out. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

/** Indents further blocks of a list item. */
export function below(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}

/**
 * Makes a code block. Its fence is longer than any fence in the code.
 * @param info - text after the language, by which tests recognize the block
 */
export function fenced(language: string, text: string, info = ""): string {
  const longest = Math.max(2, ...[...text.matchAll(/^`+/gm)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}${info === "" ? "" : ` ${info}`}\n${text}\n${fence}`;
}

/** Makes a block that readers expand by its title. */
export function folded(title: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^:+/gm)].map(([run]) => run.length));
  const fence = ":".repeat(longest + 1);
  return `${fence} details ${title.replaceAll("\n", " ")}\n${text}\n${fence}`;
}

/** Makes a group of code blocks, shown one at a time. The info of each contains its title: `[TypeScript]`. */
export function alternatives(codes: readonly string[]): string {
  return `::: code-group\n${codes.join("\n")}\n:::`;
}
