import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { completePlan, type PublishPlan } from "../release/complete-plan.ts";
import { currentCommit } from "../release/current-commit.ts";
import { hashFile } from "../release/hash-file.ts";
import { type PackedRelease, packedReleaseFile, releaseFolder } from "../release/release-folder.ts";
import { isSnapshot } from "../release/snapshot-version.ts";
import { repositoryRoot } from "../repository/repository-root.ts";

/**
 * `pnpm release:publish`: publishes the tarballs of `release:pack` that the registry does not have yet, and tags the commit. Registry and
 * token come from the user's npmrc (`NPM_CONFIG_USERCONFIG`), never from the repository.
 */
const inherit = { cwd: repositoryRoot, stdio: "inherit" } as const;

async function main(): Promise<void> {
  await requireRegistry();
  const { tarballs } = await readPacked();
  const planFile = join(releaseFolder, "publish-plan.json");
  await execa("changeset", ["publish-plan", "--output", planFile], inherit);
  const plan = completePlan(JSON.parse(await readFile(planFile, "utf8")) as PublishPlan, tarballs);
  await writeFile(planFile, `${JSON.stringify(plan, null, 2)}\n`);
  // A snapshot is thrown away; a tag would make the next spec diff start from it.
  const tags = tarballs.some(({ version }) => isSnapshot(version)) ? ["--no-git-tag"] : [];
  await execa("changeset", ["publish", "--from-pack-dir", releaseFolder, ...tags], inherit);
}

/** Without it the packages would go to the public registry. */
async function requireRegistry(): Promise<void> {
  const { stdout } = await execa("pnpm", ["config", "get", "@np6:registry"], { cwd: repositoryRoot });
  if (/^https?:/.test(stdout.trim())) return;
  throw new Error(
    "No registry is set for @np6. Put `@np6:registry=<address>` and its `_authToken` into your own .npmrc, or into a file that " +
      "NPM_CONFIG_USERCONFIG names (docs/releasing.md).",
  );
}

async function readPacked(): Promise<PackedRelease> {
  const text = await readFile(packedReleaseFile, "utf8").catch(() => undefined);
  if (text === undefined) throw new Error("Nothing is packed: run npx pnpm@12.21.0 release:pack first.");
  const packed = JSON.parse(text) as PackedRelease;
  if (packed.commit !== (await currentCommit())) {
    throw new Error("Another commit was packed: run npx pnpm@12.21.0 release:pack again.");
  }
  for (const { path, integrity } of packed.tarballs) {
    if ((await hashFile(join(releaseFolder, path))) !== integrity) {
      throw new Error(`${path} is not what was checked: run npx pnpm@12.21.0 release:pack again.`);
    }
  }
  return packed;
}

await main().catch((error: unknown) => {
  process.stderr.write(`✗ ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
