/** What `pnpm licenses list --json` says: packages by licence. */
export type LicenseReport = Readonly<Record<string, readonly { readonly name: string }[]>>;

/** Licences that ask for nothing but to be named: fit for what consumers install. */
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

/** These also ask that changes of their own files are published: fit for tools that we run and do not pass on. */
const forToolsOnly: readonly string[] = ["Artistic-2.0", "MPL-2.0"];

/**
 * Checks that what is installed may be used.
 * @param use - `shipped` for what consumers install along with our packages, `tools` for what only the repository runs
 * @returns the problems, in sentences; empty when there are none
 */
export function checkLicenses(report: LicenseReport, use: "shipped" | "tools"): string[] {
  const allowed = new Set(use === "shipped" ? permissive : [...permissive, ...forToolsOnly]);
  return Object.entries(report)
    .filter(([license]) => !isAllowed(license, allowed))
    .flatMap(([license, packages]) =>
      packages.map(
        ({ name }) =>
          `${name} (${use}) is licensed "${license}", which is not on the list: use another package, or read the licence ` +
          "and add it to tools/src/supply-chain/check-licenses.ts.",
      ),
    );
}

/** Of `A OR B` one is enough, of `A AND B` all are needed (SPDX). */
function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const plain = expression.replace(/^\((.*)\)$/, "$1");
  if (plain.includes(" OR ")) return plain.split(" OR ").some((one) => isAllowed(one, allowed));
  return plain.split(" AND ").every((one) => allowed.has(one));
}
