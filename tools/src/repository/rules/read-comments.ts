/** A line of a comment, without its marks. Code behind which a comment follows is no such line. */
const commentLine = /^\s*(?:\/\/|\/\*\*?|\*(?!\/))\s?(.*?)(?:\s*\*\/)?\s*$/;

/**
 * Reads the comments of a TypeScript or JavaScript file as Markdown. Each line stands where it was, and a line of code is empty. A tag such
 * as `@param` becomes an item of a list.
 */
export function readComments(code: string): string {
  return code
    .split("\n")
    .map((line) => (commentLine.exec(line)?.[1] ?? "").replace(/^@\w+/, "- $&"))
    .join("\n");
}
