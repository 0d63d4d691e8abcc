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
      ? [`${at}: there is no walk under "${heading}"; add a numbered list whose entries begin with a file.`]
      : []),
    ...(files.length > mostFiles
      ? [
          `${at}: the walk has ${files.length} files, more than ${mostFiles}; merge files that every call needs.`,
        ]
      : []),
    ...files
      .filter((file) => !hasFile(file))
      .map((file) => `${at}: the walk names ${file}, which does not exist; update the walk.`),
  ];
}
