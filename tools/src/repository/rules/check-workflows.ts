import { parse } from "yaml";

const usesLine = /^\s*(?:- )?uses:\s*(\S+)(.*)$/gm;

/**
 * Checks the workflow files. Third-party actions are pinned to the hash of a commit, with the version beside it, one
 * hash per action. A workflow may only read, unless one of its jobs states other permissions.
 * @param workflows - texts of the files in .github/workflows, by path
 * @returns the problems, in sentences; empty when there are none
 */
export function checkWorkflows(workflows: ReadonlyMap<string, string>): string[] {
  const uses = [...workflows].flatMap(([file, text]) =>
    [...text.matchAll(usesLine)]
      .map(([, action = "", comment = ""]) => ({ file, action, comment }))
      .filter(({ action }) => !action.startsWith("./")),
  );
  const loose = uses
    .filter(
      ({ action, comment }) => !/^[^@]+@[0-9a-f]{40}$/.test(action) || !/^ # v\d+\.\d+\.\d+$/.test(comment),
    )
    .map(
      ({ file, action }) =>
        `${file}: ${action} is not pinned; write the hash of the release's commit, and its version as a comment: @<40 hex digits> # v1.2.3`,
    );
  const pins = Map.groupBy(uses, ({ action }) => action.split("@")[0]);
  const several = [...pins]
    .filter(([, pinned]) => new Set(pinned.map(({ action }) => action)).size > 1)
    .map(
      ([action, pinned]) =>
        `${action} is pinned to several commits, in ${[...new Set(pinned.map(({ file }) => file))].join(", ")}; use one.`,
    );
  const permissive = [...workflows]
    .filter(([, text]) => !mayOnlyRead(text))
    .map(
      ([file]) =>
        `${file} may do more than read; write \`permissions: {contents: read}\` at its top, and further permissions in the job that needs them.`,
    );
  return [...loose, ...several, ...permissive];
}

function mayOnlyRead(text: string): boolean {
  const { permissions } = parse(text) as { permissions?: Readonly<Record<string, string>> | string | null };
  if (typeof permissions !== "object" || permissions === null) return false;
  return Object.values(permissions).every((permission) => permission !== "write");
}
