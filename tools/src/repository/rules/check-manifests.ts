import type { WorkspacePackage, WorkspaceSettings } from "../read-workspace.ts";

const exactVersion = /^(npm:[@\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;

/**
 * Checks the workspace's package.json files. Versions are exact, so that a fresh clone installs the same ones.
 * Published packages restrict access and state their requirements.
 * @returns the problems, in sentences; empty when there are none
 */
export function checkManifests(packages: readonly WorkspacePackage[], settings: WorkspaceSettings): string[] {
  const catalogs = { catalog: settings.catalog, ...settings.catalogs };
  const looseCatalogEntries = Object.entries(catalogs).flatMap(([catalog, versions]) =>
    Object.entries(versions)
      .filter(([, version]) => !exactVersion.test(version))
      .map(
        ([name, version]) =>
          `pnpm-workspace.yaml: ${catalog} entry "${name}" is "${version}"; pin one exact version.`,
      ),
  );
  return [...looseCatalogEntries, ...packages.flatMap(checkManifest)];
}

function checkManifest({ directory, manifest }: WorkspacePackage): string[] {
  const at = `${directory}/package.json`;
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
  const problems = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !/^(workspace:\*|catalog:\w*)$/.test(version) && !exactVersion.test(version))
    .map(([name, version]) => `${at}: "${name}" is "${version}"; pin one exact version.`);
  if (manifest.license !== "MIT") problems.push(`${at}: "license" must be "MIT".`);
  if (!manifest.description) problems.push(`${at}: "description" is missing; write its purpose in one line.`);
  if (manifest.private === true) return problems;
  if (manifest.publishConfig?.access !== "restricted") {
    problems.push(`${at}: "publishConfig.access" must be "restricted"; the client is for our own teams.`);
  }
  if (manifest.engines?.node === undefined) problems.push(`${at}: "engines.node" is missing.`);
  if (manifest.files === undefined) problems.push(`${at}: "files" is missing; list what is published.`);
  for (const name of Object.keys(peerDependencies ?? {}).filter((name) => name.startsWith("@np6/"))) {
    problems.push(
      `${at}: "${name}" is a peer dependency, so its bump would require a major here; make it a dependency.`,
    );
  }
  return problems;
}
