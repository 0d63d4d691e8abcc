import type { FoundChange } from "../found-change.ts";
import { isRecord } from "../is-record.ts";
import { childPointer } from "../json-pointer.ts";
import { withoutParameterNames } from "../without-parameter-names.ts";

/**
 * Takes out of a document the paths that the other one does not have, whatever their parameters are called. Redocly pairs a path that
 * went with one that came and looks like it, and then tells of operations that never were.
 */
export function withPathsOf<T extends { readonly paths?: unknown }>(document: T, other: object): T {
  const gone = new Set(unpairedPaths(document, other));
  return { ...document, paths: Object.fromEntries(pathsOf(document).filter(([path]) => !gone.has(path))) };
}

/** The changes that the paths are which only one of two documents has. */
export function judgePaths(base: object, head: object): FoundChange[] {
  return [
    ...unpairedPaths(base, head).map(
      (path): FoundChange => ({
        base: childPointer("#", "paths", path),
        bump: "major",
        message: `Path \`${path}\` was removed.`,
      }),
    ),
    ...unpairedPaths(head, base).map(
      (path): FoundChange => ({
        head: childPointer("#", "paths", path),
        bump: "minor",
        message: `\`${path}\` is new.`,
      }),
    ),
  ];
}

function unpairedPaths(document: object, other: object): string[] {
  const theirs = new Set(pathsOf(other).map(([path]) => withoutParameterNames(path)));
  return pathsOf(document).flatMap(([path]) => (theirs.has(withoutParameterNames(path)) ? [] : [path]));
}

function pathsOf(document: { readonly paths?: unknown }): [string, unknown][] {
  return isRecord(document.paths) ? Object.entries(document.paths) : [];
}
