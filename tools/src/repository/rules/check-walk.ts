/** Maximum number of files on the path of one call. */
const mostFiles = 17;

/**
 * Checks the walk in docs/architecture.md: a numbered list under a heading, whose entries each begin with a file.
 * @param heading - heading of the walk
 * @param hasFile - whether a file exists, by its path relative to the repository
 * @returns the problems, in sentences; empty when there are none
 */
export function checkWalk(page: string, heading: string, hasFile: (path: string) => boolean): string[] {
  const at = "docs/architecture.md";
  const [, section = ""] = page.split(`\n${heading}\n`);
  const files = [...(section.split(/^## /m)[0] ?? "").matchAll(/^\d+\. `([^`]+)`/gm)].map(
    ([, file = ""]) => file,
  );
  return [
    ...(files.length === 0
      ? [`${at}: there is no walk under "${heading}"; its entries begin with a file each.`]
      : []),
    ...(files.length > mostFiles
      ? [
          `${at}: the walk has ${files.length} files, at most ${mostFiles} fit; bring together what one call needs.`,
        ]
      : []),
    ...files
      .filter((file) => !hasFile(file))
      .map((file) => `${at}: the walk names ${file}, which is not there; walk it again.`),
  ];
}
