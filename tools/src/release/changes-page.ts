/** The changelog of one package. */
export interface Changelog {
  /** Name of the package. */
  readonly name: string;
  /** Text of its CHANGELOG.md by changesets. */
  readonly text: string;
}

/**
 * Makes one page of all changelogs, for a team that uses several packages: versions from the newest, with one section
 * per package. Packages that only follow another package in a version are left out there.
 */
export function changesPage(changelogs: readonly Changelog[]): string {
  const versions = new Map<string, string[]>();
  for (const { name, text } of changelogs) {
    for (const section of text.split(/^## /m).slice(1)) {
      const [version = "", ...lines] = section.split("\n");
      const body = lines.join("\n").trim();
      if (/^\d/.test(version) && !onlyDependencies(body)) {
        const entry = `### \`${name}\`\n\n${body.replaceAll(/^### /gm, "#### ")}`;
        versions.set(version.trim(), [...(versions.get(version.trim()) ?? []), entry]);
      }
    }
  }
  const newest = [...versions].sort(([a], [b]) => b.localeCompare(a, "en", { numeric: true }));
  const sections = newest.map(([version, entries]) => `## ${version}\n\n${entries.join("\n\n")}\n`);
  return `# Changes\n\n\`pnpm release version\` writes this page from the packages' changelogs. A major requires a change of your code, which its entry describes.\n\n${sections.join("\n")}`;
}

/** Whether a version only follows another package of this repository. */
function onlyDependencies(section: string): boolean {
  const items = section.split("\n").filter((line) => /^- /.test(line));
  return items.length === 0 || items.every((line) => /^- Updated dependencies/.test(line));
}
