import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { currentCommit } from "../../release/current-commit.ts";
import { publishTarballs } from "../../release/publish-tarballs.ts";
import { type PackedRelease, packedReleaseFile, releaseFolder } from "../../release/release-folder.ts";
import { hashFile } from "../../release/tarball/hash-file.ts";
import { repositoryRoot } from "../../repository/repository-root.ts";

/**
 * `pnpm release publish`: publishes the tarballs of `release pack` that the registry lacks, and tags the commit.
 * Registry and token come from the user's npmrc (`NPM_CONFIG_USERCONFIG`). It needs Node, npm and git, but no install.
 * So in CI, no dependency can read the token while it runs.
 */
async function main(): Promise<void> {
  requireRegistry();
  const { tarballs } = await readPacked();
  const say = (line: string) => process.stdout.write(`${line}\n`);
  publishTarballs(tarballs, { repository: repositoryRoot, folder: releaseFolder, say });
}

/** Without a registry for `@np6`, the packages would go to the public registry. */
function requireRegistry(): void {
  const words = ["config", "get", "@np6:registry"];
  const { stdout } = spawnSync("npm", words, { cwd: repositoryRoot, encoding: "utf8" });
  if (/^https?:/.test(stdout.trim())) return;
  throw new Error(
    "No registry is set for @np6. Put `@np6:registry=<address>` and its `_authToken` into your own .npmrc, or into a file that " +
      "NPM_CONFIG_USERCONFIG names (docs/releasing.md).",
  );
}

async function readPacked(): Promise<PackedRelease> {
  const text = await readFile(packedReleaseFile, "utf8").catch(() => undefined);
  if (text === undefined) throw new Error("Nothing is packed: run npx pnpm@12.21.0 release pack first.");
  const packed = JSON.parse(text) as PackedRelease;
  if (packed.commit !== currentCommit()) {
    throw new Error("Another commit was packed: run npx pnpm@12.21.0 release pack again.");
  }
  for (const { path, integrity } of packed.tarballs) {
    if ((await hashFile(join(releaseFolder, path))) !== integrity) {
      throw new Error(`${path} has changed since its check: run npx pnpm@12.21.0 release pack again.`);
    }
  }
  return packed;
}

await main().catch((error: unknown) => {
  process.stderr.write(`✗ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
