/**
 * Returns the section of a changelog on one version, for its release notes.
 * @param changelog - text of a CHANGELOG.md by changesets
 * @returns Markdown without the version's heading; undefined when the version has no section
 */
export function changelogSection(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m);
  const section = sections.find((each) => each.split("\n", 1)[0]?.trim() === version);
  return section?.slice(section.indexOf("\n") + 1).trim();
}
