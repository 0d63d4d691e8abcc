import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { changelogSection } from "../../release/changelog-section.ts";
import { currentCommit } from "../../release/current-commit.ts";
import { type PackedPackage, packInto } from "../../release/pack-packages.ts";
import {
  type CheckedTarball,
  type PackedRelease,
  packedReleaseFile,
  releaseFileName,
  releaseFolder,
} from "../../release/release-folder.ts";
import { repositoryUrl } from "../../release/repository-url.ts";
import { checkSbom } from "../../release/tarball/check-sbom.ts";
import { checkTarball } from "../../release/tarball/check-tarball.ts";
import { publishedFilesList } from "../../release/tarball/compare-published-files.ts";
import { hashFile } from "../../release/tarball/hash-file.ts";
import { readPublishedFiles } from "../../release/tarball/read-published-files.ts";
import { readTarball } from "../../release/tarball/read-tarball.ts";
import { writeSbom } from "../../release/tarball/write-sbom.ts";
import type { PackageManifest } from "../../repository/read-workspace.ts";
import { repositoryRoot } from "../../repository/repository-root.ts";
import { lockCheckout } from "../../turbo/lock-folder.ts";
import { runTurbo } from "../../turbo/run-turbo.ts";

/**
 * `pnpm release pack`: packs the published packages into `.release`, with bills of materials and release notes, and
 * checks them. It needs no registry and no token. With `--update` it writes the lists of published files instead.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { update: { type: "boolean", default: false } },
});

async function packAndCheck(packed: PackedPackage): Promise<CheckedTarball> {
  const files = await readTarball(packed.tarball);
  const manifest = JSON.parse(files.get("package.json") ?? "{}") as PackageManifest & { version: string };
  const { name, version } = manifest;
  if (values.update) {
    // The documentation is listed as a folder, so that a new page does not change the list.
    const paths = [...files.keys()].map((path) => path.replace(/^docs\/.*/, "docs/"));
    const list = [...new Set([...paths, "CHANGELOG.md"])].sort();
    await writeFile(join(repositoryRoot, publishedFilesList(name)), `${list.join("\n")}\n`);
    say(`wrote ${publishedFilesList(name)}`);
  }
  const sbom = join(releaseFolder, "sbom", `${releaseFileName(name, version)}.cdx.json`);
  const notes = changelogSection(files.get("CHANGELOG.md") ?? "", version) ?? "Nothing was released yet.";
  await writeFile(join(releaseFolder, "notes", `${releaseFileName(name, version)}.md`), `${notes}\n`);
  const problems = [
    ...(await checkTarball(packed, await readPublishedFiles(name))),
    ...checkSbom(await writeSbom(name, sbom), manifest),
  ];
  say(problems.length === 0 ? `✓ ${name}@${version}` : problems.map((problem) => `✗ ${problem}`).join("\n"));
  if (problems.length > 0) process.exitCode = 1;
  const path = relative(releaseFolder, packed.tarball);
  return { name, version, path, integrity: await hashFile(packed.tarball) };
}

async function main(): Promise<void> {
  const repository = repositoryUrl(process.env);
  say(`repository: ${repository ?? "missing in the packages, because NP6_REPOSITORY_URL is not set"}`);
  await rm(releaseFolder, { recursive: true, force: true });
  for (const part of ["sbom", "notes"]) await mkdir(join(releaseFolder, part), { recursive: true });
  const built = await runTurbo(["build"]);
  if (!built.every(({ passed }) => passed)) {
    process.exitCode = 1;
    return;
  }
  const tarballs: CheckedTarball[] = [];
  for (const packed of await packInto(join(releaseFolder, "packages"), { repository })) {
    tarballs.push(await packAndCheck(packed));
  }
  // `release publish` needs this file.
  if (process.exitCode === 1) return;
  const release: PackedRelease = { commit: currentCommit(), tarballs };
  await writeFile(packedReleaseFile, `${JSON.stringify(release, null, 2)}\n`);
  say("Packed into .release. To publish it: npx pnpm@12.21.0 release publish");
}

await using _lock = await lockCheckout(say);
await main().catch((error: unknown) => {
  process.stderr.write(`✗ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
