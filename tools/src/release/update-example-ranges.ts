/**
 * Sets an example's dependencies to the version about to be published, like a consumer who starts now.
 * @param manifest - text of the example's package.json
 * @param versions - version by name of the published packages
 * @returns the text with `^<version>` for each of them, otherwise unchanged
 */
export function updateExampleRanges(manifest: string, versions: ReadonlyMap<string, string>): string {
  return manifest.replaceAll(/("(@np6\/[\w-]+)": )"\^[^"]+"/g, (match, key: string, name: string) => {
    const version = versions.get(name);
    return version === undefined ? match : `${key}"^${version}"`;
  });
}
