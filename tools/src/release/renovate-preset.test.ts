import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { readWorkspace } from "../repository/read-workspace.ts";
import { repositoryRoot } from "../repository/repository-root.ts";

interface Rule {
  matchPackageNames: string[];
  matchUpdateTypes?: string[];
  matchCurrentVersion?: string;
  groupName: string;
  addLabels: string[];
  automerge?: boolean;
}

const read = async (file: string) => JSON.parse(await readFile(join(repositoryRoot, file), "utf8"));
const preset: { packageRules: Rule[] } = await read("renovate/np6.json");
const validate = new Ajv({ strict: true, allErrors: true }).compile(
  await read("renovate/options.schema.json"),
);

/** Evaluates the preset like Renovate: the last matching rule decides, and labels add up. */
function outcome(updateType: string, currentVersion: string) {
  const fitting = preset.packageRules.filter(
    ({ matchUpdateTypes, matchCurrentVersion }) =>
      (matchUpdateTypes?.includes(updateType) ?? true) &&
      (matchCurrentVersion === undefined ||
        new RegExp(matchCurrentVersion.slice(1, -1)).test(currentVersion)),
  );
  return { group: fitting.at(-1)?.groupName, labels: fitting.flatMap(({ addLabels }) => addLabels) };
}

test.each(["renovate/np6.json", ".github/renovate.json"])("%s has only options of Renovate", async (file) => {
  expect(validate(await read(file)), JSON.stringify(validate.errors)).toBe(true);
});

test("the repository's own updates leave its packages to the releases, and look into every lockfile", async () => {
  const repositoryConfig: { extends: string[]; packageRules: Partial<Rule & { enabled: boolean }>[] } =
    await read(".github/renovate.json");
  expect(repositoryConfig.packageRules).toContainEqual(
    expect.objectContaining({ matchPackageNames: ["@np6/**"], enabled: false }),
  );
  expect(repositoryConfig.extends).toContain("helpers:pinGitHubActionDigests");
});

test.each([
  ["a misspelled option", { matchUpdateKinds: ["major"] }],
  ["an unknown type of update", { matchUpdateTypes: ["breaking"] }],
  ["an age that is none", { minimumReleaseAge: "soon" }],
])("%s would be found", (_what, change) => {
  const [first] = preset.packageRules;
  expect(validate({ ...preset, packageRules: [{ ...first, ...change }] })).toBe(false);
});

test.each([
  ["patch", "1.2.0", "NP6 API client", ["np6"]],
  ["minor", "1.2.0", "NP6 API client", ["np6"]],
  ["major", "1.2.0", "NP6 API client (breaking)", ["np6", "breaking"]],
  ["patch", "0.2.0", "NP6 API client", ["np6"]],
  ["minor", "0.2.0", "NP6 API client (breaking)", ["np6", "breaking"]],
])("a %s of %s comes as %s, labelled %j", (updateType, version, group, labels) => {
  expect(outcome(updateType, version)).toEqual({ group, labels });
});

test("every rule is about the packages that are published, and only about them", async () => {
  const { packages } = await readWorkspace(repositoryRoot);
  const published = packages.filter(({ manifest }) => manifest.private !== true);
  for (const { matchPackageNames } of preset.packageRules) expect(matchPackageNames).toEqual(["@np6/**"]);
  expect(published.filter(({ manifest }) => !manifest.name.startsWith("@np6/"))).toEqual([]);
});
