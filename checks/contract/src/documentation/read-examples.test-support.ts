/** A TypeScript example of a Markdown page. */
export interface Example {
  /** The page, relative to the repository. */
  readonly page: string;
  /** Line of the page where the code begins, from 1. */
  readonly line: number;
  readonly code: string;
  /** Reason why it is only type-checked; absent when it is run. */
  readonly notRun?: string;
  /** Expected output, line by line, from its comments `// → …`; empty without such comments. */
  readonly output: readonly string[];
}

/**
 * Finds the examples of a page: its ```ts blocks. ```ts no-run: and a reason excludes one from running.
 * @throws Error with page and line for an unclosed block, or one with another first line
 */
export function readExamples(page: string, markdown: string): Example[] {
  const lines = markdown.split("\n");
  const examples: Example[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [, indent = "", fence, info = ""] = /^( *)(`{3,})(.*)$/.exec(lines[index] ?? "") ?? [];
    if (fence === undefined) continue;
    const end = lines.findIndex((line, at) => at > index && line.trimEnd() === indent + fence);
    if (end === -1) throw new Error(`${page}:${index + 1}: the code block is not closed.`);
    const body = lines.slice(index + 1, end).map((line) => line.slice(indent.length));
    if (/^(ts|typescript)\b/.test(info)) {
      examples.push({
        page,
        line: index + 2,
        code: body.join("\n"),
        ...readInfo(page, index, info),
        output: outputOf(body),
      });
    }
    index = end;
  }
  return examples;
}

function readInfo(page: string, index: number, info: string): { readonly notRun?: string } {
  if (info.trim() === "ts") return {};
  const reason = /^ts no-run: (\S.*)$/.exec(info)?.[1];
  if (reason !== undefined) return { notRun: reason };
  throw new Error(`${page}:${index + 1}: "${info}"; write "ts", or "ts no-run: " and the reason.`);
}

function outputOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => /\/\/ → (.*)$/.exec(line)?.[1] ?? []);
}
