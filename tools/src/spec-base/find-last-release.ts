import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { rcompare, valid } from "semver";
import { InputError } from "../repository/input-error.ts";

/** The package with the document. */
const TYPES_PACKAGE = "@np6/api-types";
/** Its version before the first release. */
const UNRELEASED = "0.0.0";

/** The last release of the document. */
export interface LastRelease {
  readonly version: string;
  /** Its name for `findSpec`: the git tag, or the package. */
  readonly name: string;
}

/**
 * Finds the last release before the checkout. It is the nearest git tag among its ancestors, so a maintenance branch is
 * compared with its own last release. If package.json has a version without such a tag, the registry decides whether
 * that version was released. The changelog lists the version before it.
 * @param repository - absolute path of the checkout
 * @param declaredVersion - the version in the package.json of the types package
 * @returns `undefined` before the first release
 * @throws InputError when the tag of a release may be missing here
 */
export async function findLastRelease(
  repository: string,
  declaredVersion: string,
): Promise<LastRelease | undefined> {
  const tag = await nearestTag(repository);
  const tagged = tag === undefined ? undefined : { version: tag, name: `${TYPES_PACKAGE}@${tag}` };
  if (tag === declaredVersion || declaredVersion === UNRELEASED) return tagged;
  const state = await registryState(repository, declaredVersion);
  if (state === "released") return { version: declaredVersion, name: `${TYPES_PACKAGE}@${declaredVersion}` };
  const versions = await changelogVersions(repository);
  // The version was raised for a release that is not published yet.
  if (state === "unknown" && versions[0] === declaredVersion && versions[1] === tag) return tagged;
  const nearest = tag === undefined ? "no release is tagged" : `the nearest tagged release is ${tag}`;
  throw new InputError(
    `${TYPES_PACKAGE} is at ${declaredVersion}, but in the history of this checkout ${nearest}, and the registry ` +
      `${state === "unknown" ? "does not list it" : "does not respond"}; run \`git fetch --tags\` ` +
      "(with `--unshallow` in a shallow clone), or name the base with --base.",
  );
}

/** Lists the versions in the package's changelog, the newest first. */
async function changelogVersions(repository: string): Promise<readonly string[]> {
  const file = join(repository, "packages/api-types/CHANGELOG.md");
  const text = await readFile(file, "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => /^## (\d\S*)/.exec(line)?.[1] ?? []);
}

/** Returns the version of the nearest release among the ancestors; the highest if one commit has several. */
async function nearestTag(repository: string): Promise<string | undefined> {
  const git = (...words: string[]) => execa("git", words, { cwd: repository, reject: false });
  const pattern = `${TYPES_PACKAGE}@[1-9]*`;
  const zero = `${TYPES_PACKAGE}@0.[!0]*`;
  const patch = `${TYPES_PACKAGE}@0.0.[1-9]*`;
  const matches = [pattern, zero, patch].flatMap((match) => ["--match", match]);
  const nearest = await git("describe", "--tags", "--abbrev=0", ...matches, "HEAD");
  if (nearest.exitCode !== 0) return undefined;
  const tags = await git("tag", "--list", `${TYPES_PACKAGE}@*`, "--points-at", `${nearest.stdout}^{commit}`);
  return tags.stdout
    .split("\n")
    .map((line) => line.slice(TYPES_PACKAGE.length + 1))
    .filter((version) => valid(version) !== null && !version.startsWith(UNRELEASED))
    .sort(rcompare)[0];
}

/** Looks a version up in npm's registry. A missing version may also be one that we cannot access. */
async function registryState(
  repository: string,
  version: string,
): Promise<"released" | "unknown" | "unreachable"> {
  const words = ["view", `${TYPES_PACKAGE}@${version}`, "version", "--json", "--fetch-retries=0"];
  const { exitCode, stdout, stderr } = await execa("npm", words, { cwd: repository, reject: false });
  if (exitCode === 0) return "released";
  return `${stdout}${stderr}`.includes("E404") ? "unknown" : "unreachable";
}
