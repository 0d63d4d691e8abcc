/**
 * Compares the committed report of an API with the report of the build.
 * @param report - path of the report, for the message
 * @param committed - its text; undefined when the file is missing
 * @returns the problem, in sentences, with the first different line; undefined when they are equal
 */
export function compareReports(
  report: string,
  committed: string | undefined,
  built: string,
): string | undefined {
  const fix =
    "If the change is intended, run `npx pnpm@12.21.0 check api --update`, commit the report, and add a changeset.";
  if (committed === undefined) return `${report} is missing. ${fix}`;
  const before = committed.split("\n");
  const now = built.split("\n");
  const index = Array.from({ length: Math.max(before.length, now.length) }).findIndex(
    (_, line) => before[line] !== now[line],
  );
  if (index === -1) return undefined;
  return [
    `${report}:${index + 1}: the public API differs from the report.`,
    `    reported: ${before[index] ?? "(end of file)"}`,
    `    built:    ${now[index] ?? "(end of file)"}`,
    `  ${fix}`,
  ].join("\n");
}
