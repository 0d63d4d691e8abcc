/** Content of the banner in a generated file. */
export interface BannerContent {
  /** Command that regenerates the file. */
  readonly command: string;
  readonly title: string;
  readonly version: string;
}

/**
 * Makes the comment at the top of every generated file. It contains no date and no path, so the same input gives the
 * same bytes. It contains no hash of the document, because that line would conflict whenever two branches change the
 * document.
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

/** A line comment ends at any line terminator of ECMAScript, and a title may contain one. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
