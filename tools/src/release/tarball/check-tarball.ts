import { checkContents } from "../../repository/rules/check-contents.ts";
import { findSecrets } from "../../supply-chain/find-secrets.ts";
import type { PackedPackage } from "../pack-packages.ts";
import { comparePublishedFiles } from "./compare-published-files.ts";
import { readTarball } from "./read-tarball.ts";

/**
 * Checks a tarball before it is published. It contains exactly the listed files, no workspace reference in its
 * manifest, no secret, no registry's host, and no path of a machine.
 * @param list - text of the list of its files; undefined when there is none yet
 * @returns the problems, in sentences; empty when there are none
 */
export async function checkTarball(
  { name, directory, tarball }: PackedPackage,
  list: string | undefined,
): Promise<string[]> {
  const files = await readTarball(tarball);
  const manifest = files.get("package.json") ?? "{}";
  const { version } = JSON.parse(manifest) as { version: string };
  const contents = [...files].map(async ([path, text]) => {
    const file = `${name}/${path}`;
    return [...checkContents(file, text), ...(await findSecrets(file, text))];
  });
  return [
    ...comparePublishedFiles({ name, directory, version, files: [...files.keys()] }, list),
    ...(/"(workspace|catalog):/.test(manifest)
      ? [
          `${name}: package.json has a \`workspace:\` dependency; pack it with pnpm, which replaces it by a version.`,
        ]
      : []),
    ...(await Promise.all(contents)).flat(),
  ];
}
