import type { WorkspacePackage } from "../read-workspace.ts";

const start = "<!-- generated: packages and their arrows -->";
const end = "<!-- /generated -->";

/**
 * Draws the packages of the workspace and their dependencies as a Mermaid graph. A solid arrow is a dependency that
 * consumers install; a dotted one is only used in builds or bundled. Checks and tools are left out, because they may
 * need everything.
 */
export function packagePicture(packages: readonly WorkspacePackage[]): string {
  const drawn = packages.filter(({ directory }) => /^(packages\/|spec$)/.test(directory));
  const folders = new Map(
    drawn.map(({ directory, manifest }) => [manifest.name, directory.replace("packages/", "")]),
  );
  const arrows = drawn.flatMap(({ manifest }) => {
    const of = (dependencies: Readonly<Record<string, string>> | undefined, arrow: string) =>
      Object.keys(dependencies ?? {}).flatMap((name) => {
        const folder = folders.get(name);
        return folder === undefined ? [] : [`  ${folders.get(manifest.name)} ${arrow} ${folder}`];
      });
    return [...of(manifest.dependencies, "-->"), ...of(manifest.devDependencies, "-.->")];
  });
  return ["```mermaid", "graph LR", ...arrows.sort(), "```"].join("\n");
}

/**
 * Inserts the picture into a page, between its two markers.
 * @throws Error when the page has no such markers
 */
export function withPicture(page: string, picture: string): string {
  const [from, to] = [page.indexOf(start), page.indexOf(end, page.indexOf(start))];
  if (from < 0 || to < 0) throw new Error(`docs/architecture.md needs the lines ${start} and ${end}`);
  return `${page.slice(0, from + start.length)}\n${picture}\n${page.slice(to)}`;
}
