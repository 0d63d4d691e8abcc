import { DocumentError } from "../pointer/document-error.ts";
import { measureTree, tooDeep } from "./measure-tree.ts";
import type { ReadingLimits } from "./reading-limits.ts";

/** Parses YAML, which includes JSON. Its error has the position in `mark`, like an error of js-yaml. */
export type ParseText = (text: string) => unknown;

/**
 * Parses a file and checks its size.
 *
 * @param file path for messages
 * @throws DocumentError when the text is not YAML or exceeds a limit
 */
export function parseSource(text: string, file: string, parse: ParseText, limits: ReadingLimits): unknown {
  let root: unknown;
  try {
    root = parse(text);
  } catch (cause) {
    if (cause instanceof RangeError) {
      const { pointer, reason } = tooDeep(limits.maxDepth);
      throw DocumentError.of([{ reason, location: { file, pointer } }], { cause });
    }
    const message = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    const reason = `this cannot be parsed as YAML or JSON: ${message.replace(/\s*\(\d+:\d+\)$/, "").replace(/ in "[^"]*"$/, "")}`;
    throw DocumentError.of([{ reason, location: { file, ...position(cause) } }], { cause });
  }
  const excess = measureTree(root, limits);
  if (excess === undefined) return root;
  throw DocumentError.of([{ reason: excess.reason, location: { file, pointer: excess.pointer } }]);
}

function position(cause: unknown): { readonly line?: number; readonly column?: number } {
  const mark: unknown =
    typeof cause === "object" && cause !== null && "mark" in cause ? cause.mark : undefined;
  if (typeof mark !== "object" || mark === null || !("line" in mark) || !("column" in mark)) return {};
  return { line: Number(mark.line) + 1, column: Number(mark.column) + 1 };
}
