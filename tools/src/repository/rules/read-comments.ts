/** A line of a comment, without its marks. A comment after code on the same line does not match. */
const commentLine = /^\s*(?:\/\/|\/\*\*?|\*(?!\/))\s?(.*?)(?:\s*\*\/)?\s*$/;

/**
 * Reads the comments of a file as Markdown. Lines keep their numbers; lines of code become empty. A tag such as `
 * @param` becomes a list item.
 */
export function readComments(code: string): string {
  return code
    .split("\n")
    .map((line) => (commentLine.exec(line)?.[1] ?? "").replace(/^@\w+/, "- $&"))
    .join("\n");
}
