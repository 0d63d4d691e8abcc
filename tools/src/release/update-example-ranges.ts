/**
 * Lets an example ask for the version that is about to be published, as a consumer who starts now would.
 * @param manifest - text of the example's package.json
 * @param versions - version by name of the published packages
 * @returns the text with `^<version>` for each of them, and otherwise as it was
 */
export function updateExampleRanges(manifest: string, versions: ReadonlyMap<string, string>): string {
  return manifest.replaceAll(/("(@np6\/[\w-]+)": )"\^[^"]+"/g, (found, key: string, name: string) => {
    const version = versions.get(name);
    return version === undefined ? found : `${key}"^${version}"`;
  });
}
