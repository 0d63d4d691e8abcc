import { glob, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { execa } from "execa";
import { type Changelog, changesPage } from "../../release/changes-page.ts";
import { currentCommit } from "../../release/current-commit.ts";
import { isSnapshot, snapshotVersion } from "../../release/snapshot-version.ts";
import { updateExampleRanges } from "../../release/update-example-ranges.ts";
import { readWorkspace } from "../../repository/read-workspace.ts";
import { repositoryRoot } from "../../repository/repository-root.ts";

/**
 * `pnpm release version`: turns the changesets into versions and changelogs. With `--snapshot`, the versions are those
 * of a snapshot of the branch, which can be packed and published, but not committed.
 */
const at = { cwd: repositoryRoot } as const;
const inherit = { ...at, stdio: "inherit" } as const;
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { snapshot: { type: "boolean", default: false } },
});

async function publishedVersions(): Promise<Map<string, string>> {
  const { packages } = await readWorkspace(repositoryRoot);
  const published = packages.filter(({ manifest }) => manifest.private !== true);
  return new Map(published.map(({ manifest: { name, version = "" } }) => [name, version]));
}

async function versionSnapshot(): Promise<void> {
  const { stdout: changes } = await execa("git", ["status", "--porcelain"], at);
  if (changes !== "")
    throw new Error("There are uncommitted changes; a snapshot is named after a commit. Commit them first.");
  const { stdout: branch } = await execa("git", ["branch", "--show-current"], at);
  if (branch === "")
    throw new Error(
      "No branch is checked out, but a snapshot is named after its branch: git switch <branch>.",
    );
  const { version } = snapshotVersion(branch, currentCommit());
  const name = version.replace("0.0.0-", "");
  await execa(
    "changeset",
    ["version", "--snapshot", name, "--snapshot-prerelease-template", "{tag}"],
    inherit,
  );
  if (![...(await publishedVersions()).values()].some(isSnapshot)) {
    throw new Error(
      "The branch has no changeset, so nothing would be published; write one: npx pnpm@12.21.0 changeset",
    );
  }
}

async function versionRelease(): Promise<void> {
  await execa("changeset", ["version"], inherit);
  const versions = await publishedVersions();
  for await (const file of glob("examples/*/package.json", at)) {
    const path = join(repositoryRoot, file);
    const before = await readFile(path, "utf8");
    const after = updateExampleRanges(before, versions);
    if (after !== before) await writeFile(path, after);
  }
  await writeFile(join(repositoryRoot, "docs/changes.md"), changesPage(await changelogs()));
}

/** Reads the changelogs of the published packages that have one. */
async function changelogs(): Promise<Changelog[]> {
  const logs: Changelog[] = [];
  for await (const file of glob("packages/*/CHANGELOG.md", at)) {
    const manifest = await readFile(join(repositoryRoot, dirname(file), "package.json"), "utf8");
    const { name } = JSON.parse(manifest) as { name: string };
    logs.push({ name, text: await readFile(join(repositoryRoot, file), "utf8") });
  }
  return logs.sort((a, b) => a.name.localeCompare(b.name));
}

await (values.snapshot ? versionSnapshot() : versionRelease()).catch((error: unknown) => {
  process.stderr.write(`✗ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
