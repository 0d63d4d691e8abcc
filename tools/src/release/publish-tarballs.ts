import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { distTag } from "./dist-tag.ts";
import type { CheckedTarball } from "./release-folder.ts";
import { isSnapshot } from "./snapshot-version.ts";

// Uses Node, npm and git only, so that no installed code can read the token.

/** Options of a publication. */
export interface PublishOptions {
  /** Absolute path of the checkout, which gets the tags. */
  readonly repository: string;
  /** Absolute path of the folder that contains the tarballs. */
  readonly folder: string;
  readonly say: (line: string) => void;
}

/**
 * Publishes the tarballs that the registry lacks, in their order, and tags the commit for each. An interrupted run can
 * be repeated. A snapshot gets no git tag, because the next comparison of the spec would start from it.
 * @throws Error when the registry does not respond or refuses a tarball; earlier ones are published and tagged
 */
export function publishTarballs(tarballs: readonly CheckedTarball[], options: PublishOptions): void {
  for (const { name, version, path } of tarballs) {
    const published = registryVersions(name, options.repository);
    if (published.versions.includes(version)) {
      options.say(`- ${name}@${version} is already in the registry`);
    } else {
      const tag = distTag(version, published.latest);
      // The output of npm is a summary of the tarball, which release pack has checked.
      run("npm", ["publish", join(options.folder, path), "--tag", tag], options.repository);
      options.say(`✓ ${name}@${version} is published as ${tag}`);
    }
    if (!isSnapshot(version)) tagCommit(`${name}@${version}`, options);
  }
}

/** Tags the commit. An existing tag stays: the version was published from that earlier commit. */
function tagCommit(tag: string, { repository, say }: PublishOptions): void {
  if (run("git", ["tag", "--list", tag], repository).trim() !== "") return;
  run("git", ["tag", tag], repository);
  say(`✓ tagged ${tag}`);
}

interface PublishedVersions {
  readonly versions: readonly string[];
  readonly latest?: string;
}

function registryVersions(name: string, cwd: string): PublishedVersions {
  const words = ["view", name, "versions", "dist-tags", "--json"];
  const { status, stdout, stderr } = spawnSync("npm", words, { cwd, encoding: "utf8" });
  if (status !== 0) {
    if (`${stdout}${stderr}`.includes("E404")) return { versions: [] };
    throw new Error(`the versions of ${name} cannot be read from the registry: ${stderr.trim()}`);
  }
  const { versions, "dist-tags": tags } = JSON.parse(stdout) as {
    versions: string | string[];
    "dist-tags": { latest?: string };
  };
  return { versions: [versions].flat(), ...(tags.latest === undefined ? {} : { latest: tags.latest }) };
}

function run(command: string, words: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, words, { cwd, encoding: "utf8" });
  if (error !== undefined) throw new Error(`${command} could not be started`, { cause: error });
  if (status !== 0) throw new Error(`${command} ${words[0]} failed: ${stderr.trim()}`);
  return stdout;
}
