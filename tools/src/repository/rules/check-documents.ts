import type { WorkspacePackage } from "../read-workspace.ts";

/**
 * Checks the documents against the tree. Every workspace folder needs a README, and every third-party package a reason
 * in docs/dependencies.md.
 * @param hasFile - whether a file exists, by its path relative to the repository
 * @param dependenciesDocument - text of docs/dependencies.md
 * @returns the problems, in sentences; empty when there are none
 */
export function checkDocuments(
  packages: readonly WorkspacePackage[],
  hasFile: (path: string) => boolean,
  dependenciesDocument: string,
): string[] {
  const withoutReadme = packages
    .filter(({ directory }) => !hasFile(`${directory}/README.md`))
    .map(
      ({ directory }) =>
        `${directory}/README.md is missing; write one whose first line states the folder's purpose.`,
    );
  const names = packages.flatMap(({ manifest }) =>
    Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }),
  );
  const withoutReason = [...new Set(names)]
    .filter((name) => !name.startsWith("@np6/") && !dependenciesDocument.includes(`\`${name}\``))
    .map((name) => `docs/dependencies.md does not mention \`${name}\`; add it with the reason for it.`);
  return [...withoutReadme, ...withoutReason];
}
