/**
 * Takes a section (`## heading`) out of a Markdown page, without its heading.
 * @param file the page's name, for the message
 * @throws Error when there is no such section
 */
export function markdownSection(file: string, markdown: string, heading: string): string {
  const sections = markdown.split(/^## /m).slice(1);
  const section = sections.find((text) => text.slice(0, text.indexOf("\n")).trim() === heading);
  if (section !== undefined) return section.slice(section.indexOf("\n")).trim();
  const found = sections.map((text) => `"${text.slice(0, text.indexOf("\n")).trim()}"`).join(", ");
  throw new Error(
    `${file} has no section "## ${heading}", which the reference page shows. Name it so, or change packages/reference. It has: ${found}.`,
  );
}
