import { join } from "node:path";
import type { SpecDiff } from "@np6/openapi-diff";
import type { RepositoryCopy, RunInCopy } from "@np6/tools/copy-repository";
import type { Registry } from "./start-registry.ts";

/** The copy of the repository, and its registry. */
export interface Publisher extends Pick<RepositoryCopy, "folder" | "run" | "commitAll"> {
  readonly registry: Registry;
  /** The publisher's npmrc, which refers to NP6_REGISTRY_TOKEN. */
  readonly npmrc: string;
}

/**
 * Turns an edited spec into a published version, by the repository's own commands, in the order of CONTRIBUTING.md and
 * docs/releasing.md.
 * @returns the result of the diff
 */
export async function releaseSpec(publisher: Publisher): Promise<SpecDiff> {
  const diff = await describeSpec(publisher);
  await publisher.commitAll("Edit the spec");
  await publish(publisher);
  return diff;
}

/** Generates from an edited spec, and writes its changeset. @returns the result of the diff */
export async function describeSpec({ run }: Publisher): Promise<SpecDiff> {
  const diff = JSON.parse(await runScript(run, ["spec", "diff", "--json"])) as SpecDiff;
  await run("pnpm", ["run", "generate"]);
  await runScript(run, ["spec", "changeset"]);
  return diff;
}

/** Returns the diff in a clone without tags, where the base comes from the registry. */
export async function diffWithoutTags({ run, registry, npmrc }: Publisher): Promise<SpecDiff> {
  const listed = await run("git", ["for-each-ref", "--format=%(refname) %(objectname)", "refs/tags"]);
  const tags = listed.split("\n").map((line) => line.split(" ") as [string, string]);
  for (const [tag] of tags) await run("git", ["update-ref", "-d", tag]);
  try {
    const env = { NPM_CONFIG_USERCONFIG: npmrc, NP6_REGISTRY_TOKEN: registry.publisherToken };
    return JSON.parse(await runScript(run, ["spec", "diff", "--json"], env)) as SpecDiff;
  } finally {
    for (const [tag, object] of tags) await run("git", ["update-ref", tag, object]);
  }
}

/** Returns the message of CI's check of the declared bump; empty when it passes. */
export async function bumpProblem({ run }: Publisher): Promise<string> {
  return run("pnpm", ["exec", "node", join("tools", "src", "cli", "checks", "check-changeset.ts")]).then(
    () => "",
    (error: Error & { stdout?: string }) => error.stdout ?? error.message,
  );
}

/** Makes versions of the changesets, packs, publishes and tags. */
export async function publish(publisher: Publisher): Promise<void> {
  const { run, commitAll } = publisher;
  await run("pnpm", ["run", "release", "version"]);
  await commitAll("Version the packages");
  await packAndPublish(publisher);
}

/** Publishes the copy's versions like CI: packed and checked first, then with the token. */
export async function packAndPublish({ run, registry, npmrc }: Publisher): Promise<void> {
  await run("pnpm", ["run", "release", "pack"]);
  const env = { NPM_CONFIG_USERCONFIG: npmrc, NP6_REGISTRY_TOKEN: registry.publisherToken };
  await run("pnpm", ["run", "release", "publish"], env);
}

/** Runs a command of tools/run.mjs directly, because pnpm's output around a script is not JSON. */
async function runScript(
  run: RunInCopy,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  return run("pnpm", ["exec", "node", join("tools", "run.mjs"), ...words], env);
}
