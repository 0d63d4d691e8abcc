/** What the head of a generated file says. */
export interface BannerContent {
  /** Command that regenerates the file. */
  readonly command: string;
  readonly title: string;
  readonly version: string;
}

/**
 * Makes the comment at the head of every generated file. It holds no date and no path, so the same input gives the same
 * bytes. It holds no hash of the document, because two branches that change the document would always meet in that
 * line.
 */
export function banner({ command, title, version }: BannerContent): string {
  return `${[
    "Generated from an OpenAPI document. Do not edit: change the document, then regenerate.",
    `Regenerate: ${command}`,
    `API: ${title} ${version}`,
  ]
    .map((line) => `// ${onOneLine(line)}\n`)
    .join("")}\n`;
}

/** A line comment ends at any line terminator of ECMAScript, and a title may hold one. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
