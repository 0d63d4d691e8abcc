/** Blocks of Markdown, one below the other. What is empty or undefined leaves no gap. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

/** What is below an item of a list: its further blocks, indented. */
export function below(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}

/**
 * A block of code. The fence is longer than any in the code.
 * @param info - what follows the language: how tests know what it is
 */
export function fenced(language: string, text: string, info = ""): string {
  const longest = Math.max(2, ...[...text.matchAll(/^`+/gm)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}${info === "" ? "" : ` ${info}`}\n${text}\n${fence}`;
}

/** A block that is folded until somebody clicks on its title. */
export function folded(title: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^:+/gm)].map(([run]) => run.length));
  const fence = ":".repeat(longest + 1);
  return `${fence} details ${title.replaceAll("\n", " ")}\n${text}\n${fence}`;
}

/** Blocks of code of which one is seen at a time. Each has its title in its info: `[TypeScript]`. */
export function alternatives(codes: readonly string[]): string {
  return `::: code-group\n${codes.join("\n")}\n:::`;
}
