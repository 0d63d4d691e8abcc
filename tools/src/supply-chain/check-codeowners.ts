/** What nobody may change alone. */
const guarded = [
  "/spec/",
  "/.changeset/",
  "/.github/",
  "/.ci/",
  "/packages/openapi-runtime/src/",
  "/tools/src/release/",
  "/tools/src/supply-chain/",
  "/package.json",
  "/pnpm-workspace.yaml",
  "/pnpm-lock.yaml",
];

/**
 * Checks `.github/CODEOWNERS`: everything has an owner, what is guarded has a line of its own, and no line is about what is
 * no longer there, which a host ignores without a word.
 * @param files - the tracked files
 * @returns the problems, in sentences; empty when there are none
 */
export function checkCodeowners(text: string, files: readonly string[]): string[] {
  const lines = text
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => line !== "")
    .map((line) => line.split(/\s+/));
  const patterns = lines.map(([pattern = ""]) => pattern);
  const at = ".github/CODEOWNERS";
  const nobody = lines.filter(([, ...owners]) => owners.length === 0);
  const gone = patterns.filter(
    (pattern) =>
      pattern !== "*" && !files.some((file) => `/${file}`.startsWith(pattern) || `/${file}` === pattern),
  );
  return [
    ...(patterns[0] === "*" ? [] : [`${at}: the first line must be "*" with the owners of everything else.`]),
    ...nobody.map(([pattern]) => `${at}: "${pattern}" has no owner; name one, or remove the line.`),
    ...gone.map((pattern) => `${at}: "${pattern}" is not in the repository; rename or remove the line.`),
    ...guarded
      .filter((path) => !patterns.includes(path))
      .map((path) => `${at}: "${path}" has no line; add it with its owners.`),
  ];
}
