/**
 * What a changelog says of one version, for the notes of its release.
 * @param changelog - text of a CHANGELOG.md, as changesets writes it
 * @returns Markdown without the version's heading; undefined when the version has none
 */
export function changelogSection(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m);
  const section = sections.find((each) => each.split("\n", 1)[0]?.trim() === version);
  return section?.slice(section.indexOf("\n") + 1).trim();
}
