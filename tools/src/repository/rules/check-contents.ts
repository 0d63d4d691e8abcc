interface Rule {
  readonly pattern: RegExp;
  readonly problem: string;
}

// The patterns are written so that this file does not match them.
const rules: readonly Rule[] = [
  {
    pattern: /\.\.\/shared\b/,
    problem: "names a folder outside the repository; the repository must work without it",
  },
  {
    pattern: /registry\.(npmjs|yarnpkg)\.(org|com)/,
    problem: "names a registry's host, which belongs into the package manager's configuration",
  },
  { pattern: /(^|[\s"'`(=])\/(root|work|home\/\w+)\//m, problem: "names a path of one machine" },
];

/**
 * Checks the text of a tracked file for content that must never be committed.
 * @returns the problems, in sentences; empty when there are none
 */
export function checkContents(file: string, text: string): string[] {
  return rules
    .filter(({ pattern }) => pattern.test(text))
    .map(
      ({ pattern, problem }) =>
        `${file}: ${problem}; remove it (found ${JSON.stringify(pattern.exec(text)?.[0].slice(0, 24))}).`,
    );
}
