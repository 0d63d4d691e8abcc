/**
 * Rewrites a comment of openapi-typescript into one that editors display well. The description precedes every tag,
 * because after `
 * @deprecated` it would be read as the reason. Paragraphs start at the margin, because Markdown shows indented text as
 *   code. Tags that repeat the type are left out.
 * @param comment text between `/*` and its end
 */
export function readableComment(comment: string): string {
  const titles: string[] = [];
  const texts: string[] = [];
  const tags: string[] = [];
  for (const part of readParts(comment)) {
    const description = /^@description\s+([\s\S]*)$/.exec(part)?.[1];
    if (description !== undefined) texts.unshift(description);
    else if (/^@(?:enum|constant)\b/.test(part)) continue;
    else if (part.startsWith("@")) tags.push(part);
    else if (part.startsWith("Format: ")) texts.push(part);
    else titles.push(part);
  }
  // A summary and a description become two paragraphs.
  const lines = [
    ...[...titles, ...texts].join("\n\n").split("\n"),
    ...tags.flatMap((tag) => tag.split("\n")),
  ].filter((line, index) => line !== "" || index > 0);
  if (lines.length === 0) return "";
  if (lines.length === 1) return `* ${lines[0]} `;
  return `*\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n `;
}

/** Splits a comment into tags and texts; a continuation line is indented by four further spaces. */
function readParts(comment: string): string[] {
  const parts: string[] = [];
  for (const line of comment.trim().split("\n")) {
    const content = line.replace(/^\s*\*+ ?/, "");
    if (content.trim() === "" && parts.length === 0) continue;
    const further = /^ {4}(.*)$/.exec(content)?.[1] ?? (content.trim() === "" ? "" : undefined);
    if (further !== undefined && parts.length > 0) parts[parts.length - 1] += `\n${further}`;
    else parts.push(content.trimEnd());
  }
  return parts.map((part) => part.trimEnd()).filter((part) => part !== "");
}
