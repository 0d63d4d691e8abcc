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
  const wayOut =
    "If the change is meant, run `npx pnpm@12.21.0 check api --update`, commit the report, and add a changeset.";
  if (committed === undefined) return `${report} is missing. ${wayOut}`;
  const before = committed.split("\n");
  const now = built.split("\n");
  const differs = Array.from({ length: Math.max(before.length, now.length) }).findIndex(
    (_, index) => before[index] !== now[index],
  );
  if (differs === -1) return undefined;
  return [
    `${report}:${differs + 1}: the public API is not the reported one.`,
    `    reported: ${before[differs] ?? "(end of file)"}`,
    `    built:    ${now[differs] ?? "(end of file)"}`,
    `  ${wayOut}`,
  ].join("\n");
}
