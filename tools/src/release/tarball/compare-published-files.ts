/** A package before its publication, with the files of its tarball. */
export interface PackedFiles {
  readonly name: string;
  /** Folder of the package, relative to the repository. */
  readonly directory: string;
  readonly version: string;
  readonly files: readonly string[];
}

/** Returns the path of the list of a package's published files, relative to the repository. */
export function publishedFilesList(name: string): string {
  return `tools/src/release/published-files/${name.replace(/^@.*\//, "")}.txt`;
}

const update = "npx pnpm@12.21.0 release pack --update";

/**
 * Compares a tarball with the committed list of files. A publication cannot be undone, and an unexpected file may be
 * confidential.
 * @param list - text of the list, one path per line, a folder with a trailing slash; undefined when there is none yet
 * @returns the problems, in sentences; empty when there are none
 */
export function comparePublishedFiles(
  { name, directory, version, files }: PackedFiles,
  list: string | undefined,
): string[] {
  if (list === undefined) {
    return [`${name}: ${publishedFilesList(name)} is missing; create it with ${update}, and review it.`];
  }
  // The first release writes the changelog.
  const expected = list
    .split("\n")
    .filter((path) => path !== "" && !(path === "CHANGELOG.md" && version === "0.0.0"));
  // Any file may be in a listed folder.
  const isListed = (path: string) =>
    expected.some((entry) => (entry.endsWith("/") ? path.startsWith(entry) : path === entry));
  const unexpected = files.filter((path) => !isListed(path));
  const missing = expected.filter((entry) =>
    entry.endsWith("/") ? !files.some((path) => path.startsWith(entry)) : !files.includes(entry),
  );
  return [
    ...unexpected.map(
      (path) =>
        `${name}: the tarball contains ${path}, which is not on the list. If consumers should get it: ${update}. If not: remove ` +
        `it from "files" in ${directory}/package.json, or from the build.`,
    ),
    ...missing.map(
      (path) =>
        `${name}: the tarball lacks ${path}. Build it (npx pnpm@12.21.0 build); if consumers no longer need it: ${update}, and ` +
        "write a changeset, because an import of it breaks.",
    ),
  ];
}
