import { execa } from "execa";
import { rcompare, valid } from "semver";
import { InputError } from "../input-error.ts";

/** The package that ships the document. */
const TYPES_PACKAGE = "@np6/api-types";
/** What its package.json says before the first release. */
const UNRELEASED = "0.0.0";

/** The last release of the document. */
export interface LastRelease {
  readonly version: string;
  /** What `findSpec` finds it by: the git tag, or the package. */
  readonly name: string;
}

/**
 * Finds the last release: by its git tag, or else by asking the registry that npm is configured for.
 * @param repository - absolute path of the checkout
 * @param declaredVersion - the version in the package.json of the types package
 * @returns `undefined` before the first release
 * @throws InputError when there must be a release and it cannot be found
 */
export async function findLastRelease(
  repository: string,
  declaredVersion: string,
): Promise<LastRelease | undefined> {
  const tags = await execa("git", ["tag", "--list", `${TYPES_PACKAGE}@*`], { cwd: repository });
  const [tag] = tags.stdout
    .split("\n")
    .map((line) => line.slice(TYPES_PACKAGE.length + 1))
    .filter((version) => valid(version) !== null && !version.startsWith("0.0.0"))
    .sort(rcompare);
  if (tag !== undefined) return { version: tag, name: `${TYPES_PACKAGE}@${tag}` };
  if (declaredVersion === UNRELEASED) return undefined;
  const viewed = await execa("npm", ["view", TYPES_PACKAGE, "version", "--json"], {
    cwd: repository,
    reject: false,
  });
  if (viewed.exitCode !== 0) {
    throw new InputError(
      `${TYPES_PACKAGE} is at ${declaredVersion}, so it was released, but there is no git tag \`${TYPES_PACKAGE}@…\` here and the registry does not show it; run \`git fetch --tags\`, or name the base with --base.`,
    );
  }
  const version = String(JSON.parse(viewed.stdout));
  return { version, name: `${TYPES_PACKAGE}@${version}` };
}
