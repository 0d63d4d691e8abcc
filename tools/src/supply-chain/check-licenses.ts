/** The output of `pnpm licenses list --json`: packages by licence. */
export type LicenseReport = Readonly<Record<string, readonly { readonly name: string }[]>>;

/** Licences that only require attribution; allowed for packages that consumers install. */
const permissive: readonly string[] = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT License", // spelled so by @figma/rest-api-spec
  "MIT-0",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
];

/** Licences that also require publication of changed files; allowed for tools that we only run. */
const forToolsOnly: readonly string[] = ["Artistic-2.0", "MPL-2.0"];

/**
 * Checks that the licences of installed packages allow their use.
 * @param use - `shipped` for packages that consumers install, `tools` for those that only the repository runs
 * @returns the problems, in sentences; empty when there are none
 */
export function checkLicenses(report: LicenseReport, use: "shipped" | "tools"): string[] {
  const allowed = new Set(use === "shipped" ? permissive : [...permissive, ...forToolsOnly]);
  return Object.entries(report)
    .filter(([license]) => !isAllowed(license, allowed))
    .flatMap(([license, packages]) =>
      packages.map(
        ({ name }) =>
          `${name} (${use}) is licensed "${license}", which is not on the list: replace the package, or review the licence ` +
          "and add it to tools/src/supply-chain/check-licenses.ts.",
      ),
    );
}

/** Whether the list allows an SPDX expression: one licence of `A OR B`, all licences of `A AND B`. */
function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const plain = expression.replace(/^\((.*)\)$/, "$1");
  if (plain.includes(" OR ")) return plain.split(" OR ").some((part) => isAllowed(part, allowed));
  return plain.split(" AND ").every((licence) => allowed.has(licence));
}
