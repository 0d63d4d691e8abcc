/** A package about to be published, and what is in its tarball. */
export interface PackedFiles {
  readonly name: string;
  /** Folder of the package, relative to the repository. */
  readonly directory: string;
  readonly version: string;
  readonly files: readonly string[];
}

/** Where the list of a package's published files is kept, relative to the repository. */
export function publishedFilesList(name: string): string {
  return `tools/src/release/published-files/${name.replace(/^@.*\//, "")}.txt`;
}

const update = "npx pnpm@12.21.0 release pack --update";

/**
 * Compares a tarball with the committed list of files. What is published cannot be taken back, and an unexpected file may be
 * one that nobody should see.
 * @param list - text of the list, a path a line, of a folder with a slash at its end; undefined when there is none yet
 * @returns the problems, in sentences; empty when there are none
 */
export function comparePublishedFiles(
  { name, directory, version, files }: PackedFiles,
  list: string | undefined,
): string[] {
  if (list === undefined) {
    return [`${name}: ${publishedFilesList(name)} is missing; make it with ${update}, and read it.`];
  }
  // The changelog is written with the first version.
  const expected = list
    .split("\n")
    .filter((path) => path !== "" && !(path === "CHANGELOG.md" && version === "0.0.0"));
  // Of a folder that the list names as a whole, any file may be there.
  const isListed = (path: string) =>
    expected.some((entry) => (entry.endsWith("/") ? path.startsWith(entry) : path === entry));
  const unexpected = files.filter((path) => !isListed(path));
  const missing = expected.filter((entry) =>
    entry.endsWith("/") ? !files.some((path) => path.startsWith(entry)) : !files.includes(entry),
  );
  return [
    ...unexpected.map(
      (path) =>
        `${name}: the tarball holds ${path}, which is not on the list. If consumers should get it: ${update}. If not: take it ` +
        `out of "files" in ${directory}/package.json, or out of what the build writes.`,
    ),
    ...missing.map(
      (path) =>
        `${name}: the tarball lacks ${path}. Build it (npx pnpm@12.21.0 build); if consumers no longer need it: ${update}, and ` +
        "write a changeset, because an import of it breaks.",
    ),
  ];
}
