/** Folders whose changes the API's owners must approve. */
const described = ["/spec/", "/.changeset/"];

/** Matches files that are installed, or that run in CI. */
const installsOrRuns =
  /^(\.github|\.ci)\/|^tools\/(run\.mjs$|src\/(cli|release|supply-chain)\/)|(^|\/)(package\.json|pnpm-(lock|workspace)\.yaml)$/;
/** Matches code with access to a token of the registry or a key of the API. */
const seesSecret = /NODE_AUTH_TOKEN|NP6_REGISTRY_TOKEN|NP6_API_KEY|\bapiKey\b|\bkeyHeader\b/;
const production = /^(tools|packages\/[^/]+)\/(src|bin)\/.*\.[cm]?[jt]sx?$/;
const notShipped = /\.test\.|\.test-d\.|test-support|\/(generated|fixtures|testing|snapshots)\//;

/** Whether two teams must approve a change of a file: it publishes, is installed, or has access to a key. */
export function needsTwoOwners(file: string, text: string): boolean {
  return (
    installsOrRuns.test(file) || (production.test(file) && !notShipped.test(file) && seesSecret.test(text))
  );
}

interface OwnedPattern {
  readonly pattern: string;
  readonly owners: readonly string[];
}

/**
 * Checks `.github/CODEOWNERS`. Every file has an owner, and two teams own code that publishes or has access to a key.
 * Every line matches a file, because a host ignores others silently.
 * @param files - the tracked files
 * @param critical - those that need two owners
 * @returns the problems, in sentences; empty when there are none
 */
export function checkCodeowners(
  text: string,
  files: readonly string[],
  critical: readonly string[],
): string[] {
  const at = ".github/CODEOWNERS";
  const lines = text.split("\n").flatMap((line): OwnedPattern[] => {
    const [pattern = "", ...owners] = line.replace(/#.*/, "").trim().split(/\s+/);
    return pattern === "" ? [] : [{ pattern, owners }];
  });
  const owned = lines.filter(({ owners }) => owners.length > 0);
  const alone = critical.filter((file) => (owned.findLast(fits(file))?.owners.length ?? 0) < 2);
  return [
    ...(lines[0]?.pattern === "*"
      ? []
      : [`${at}: the first line must be "*" with the owners of everything else.`]),
    ...lines
      .filter(({ owners }) => owners.length === 0)
      .map(({ pattern }) => `${at}: "${pattern}" has no owner; name one, or remove the line.`),
    ...lines
      .filter((line) => !files.some((file) => fits(file)(line)))
      .map(({ pattern }) => `${at}: "${pattern}" is not in the repository; rename or remove the line.`),
    ...described
      .filter((path) => !lines.some(({ pattern }) => pattern === path))
      .map((path) => `${at}: "${path}" has no line; add it with its owners.`),
    ...alone.map(
      (file) =>
        `${at}: ${file} can publish, is installed or reads a key, but has one owner; add a line with two teams.`,
    ),
  ];
}

/** Matches a file against the patterns in use: everything, a path from the root, a file name anywhere. */
function fits(file: string): (line: OwnedPattern) => boolean {
  return ({ pattern }) => {
    if (pattern === "*") return true;
    if (!pattern.startsWith("/")) return `/${file}`.endsWith(`/${pattern}`);
    return pattern.endsWith("/") ? `/${file}`.startsWith(pattern) : `/${file}` === pattern;
  };
}
