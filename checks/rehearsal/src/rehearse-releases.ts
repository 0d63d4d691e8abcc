import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { startMockProcess } from "@np6/tools/start-mock-process";
import { inc } from "semver";
import { Consumer } from "./consumer.ts";
import { distTags } from "./dist-tags.ts";
import { specEdits } from "./edit-spec.ts";
import type { PackageManager } from "./package-managers.ts";
import type { RehearsalPart, RehearsalResults } from "./rehearsal-results.ts";
import { rehearseMaintenance } from "./rehearse-maintenance.ts";
import { rehearseSnapshot } from "./rehearse-snapshot.ts";
import { bumpProblem, diffWithoutTags, type Publisher, publish, releaseSpec } from "./spec-release.ts";

const fixed = ["api-types", "api-client", "api-mock"];

/** The input for the rehearsal of releases. */
export interface ReleaseRehearsal {
  readonly publisher: Publisher;
  readonly managers: readonly PackageManager[];
  /** Folder for the consumers. */
  readonly consumers: string;
  readonly results: RehearsalResults;
  readonly say: (line: string) => void;
}

/**
 * Publishes the packages and installs them in consumers. Then it edits the spec three times and follows each edit to
 * the consumers. It starts from 1.0.0, so that `^` has its usual meaning; below that, every break is a minor.
 */
export async function rehearseReleases(rehearsal: ReleaseRehearsal): Promise<void> {
  const first = await rehearseFirstRelease(rehearsal);
  rehearsal.say("Publishing a snapshot of a branch …");
  await rehearseSnapshot(rehearsal.publisher, rehearsal.results);
  const patch = await rehearseSafeRelease(rehearsal, "documentation", "patch", first);
  const minor = await rehearseSafeRelease(rehearsal, "addition", "minor", patch);
  await rehearseBreakingRelease(rehearsal, minor);
  rehearsal.say("Releasing from a maintenance branch …");
  const [manager] = rehearsal.managers as [PackageManager];
  const consumers = join(rehearsal.consumers, "maintenance");
  await mkdir(consumers);
  await rehearseMaintenance({ ...rehearsal, version: minor.version, manager, consumers });
}

/** The published version, and the consumers that installed it. */
interface Published {
  readonly version: string;
  readonly consumers: readonly Consumer[];
}

async function rehearseFirstRelease(rehearsal: ReleaseRehearsal): Promise<Published> {
  const { publisher, managers, results, say } = rehearsal;
  const part = results.part("first release");
  say("Publishing the unchanged packages …");
  await part.run("is published", async () => {
    await writeFile(join(publisher.folder, ".changeset/rehearsal.md"), stableRelease);
    await publisher.commitAll("Promise a stable API");
    await publish(publisher);
  });
  const versions = await publishedVersions(publisher);
  const version = versions.get("@np6/api-client") ?? "";
  part.expect("types, client and mock have one version", sameVersion(versions), version);
  const anonymous = await fetch(`${publisher.registry.url}@np6%2fapi-client`);
  part.expect(
    "it cannot be installed without a token",
    anonymous.status === 401,
    `status ${anonymous.status}`,
  );

  const [npm, pnpm, yarn] = managers as [PackageManager, PackageManager, PackageManager];
  const combinations = [
    ["service-esm", npm],
    ["service-esm", pnpm],
    ["service-esm", yarn],
    ["service-cjs", pnpm],
    ["fastify-service", yarn],
    ["tests", pnpm],
    ["serverless-function", npm],
  ] as const;
  await using mock = await startMockProcess(publisher.folder, ["--port", "0"]);
  const consumers: Consumer[] = [];
  for (const [example, manager] of combinations) {
    say(`  ${example} with ${manager.name} …`);
    const consumer = await Consumer.create(example, manager, rehearsal.consumers, versions);
    consumers.push(consumer);
    const expectation = `${consumer.name}: installs, compiles, passes its tests`;
    await part.attempt(expectation, async () => {
      await consumer.install();
      await consumer.test(mock.url);
      const installed = await consumer.installed();
      part.expect(expectation, installed === version, installed);
    });
  }
  // One consumer per package manager takes part in all releases.
  return { version, consumers: consumers.filter(({ name }) => name.startsWith("service-esm")) };
}

/** Rehearses an edit that every consumer gets by an update, without changing code. */
async function rehearseSafeRelease(
  { publisher, results, say }: ReleaseRehearsal,
  edit: "documentation" | "addition",
  bump: "patch" | "minor",
  before: Published,
): Promise<Published> {
  const part = results.part(`${bump} release (${edit})`);
  say(`Editing the spec: ${edit} …`);
  await part.run("is published after the edit", async () => {
    await specEdits[edit](join(publisher.folder, "spec"));
    const diff = await releaseSpec(publisher);
    part.expect(`the diff calls it ${bump}`, diff.bump === bump, `${diff.bump}: ${diff.changes[0]?.message}`);
  });
  const version = await expectVersion(publisher, part, inc(before.version, bump));
  await using mock = await startMockProcess(publisher.folder, ["--port", "0"]);
  // A patch reaches all package managers in the same way, so one is tested. A minor version is tested with all.
  for (const consumer of bump === "patch" ? before.consumers.slice(0, 1) : before.consumers) {
    say(`  ${consumer.name} …`);
    const expectation = `${consumer.name}: gets it by ^, unchanged, and works`;
    await part.attempt(expectation, async () => {
      const manifest = await consumer.read("package.json");
      await consumer.update();
      await consumer.test(mock.url);
      const installed = await consumer.installed();
      const isUnchanged = (await consumer.read("package.json")) === manifest;
      part.expect(expectation, installed === version && isUnchanged, installed);
    });
  }
  return { version, consumers: before.consumers };
}

/** Rehearses an edit that consumers only get on request, and for which the compiler reports their old code. */
async function rehearseBreakingRelease(
  { publisher, results, say }: ReleaseRehearsal,
  before: Published,
): Promise<void> {
  const part = results.part("major release (breakage)");
  say("Editing the spec: breakage …");
  await part.run("is published after the edit", async () => {
    await specEdits.breakage(join(publisher.folder, "spec"));
    const withoutTags = await diffWithoutTags(publisher);
    await expectDeclaredBump(publisher, part);
    const diff = await releaseSpec(publisher);
    const isSame = isDeepStrictEqual(withoutTags, diff);
    part.expect("the registry's spec gives the same diff as the git tag's", isSame, withoutTags.bump);
    part.expect(
      "the diff calls it major",
      diff.bump === "major",
      `${diff.bump}: ${diff.changes[0]?.message}`,
    );
  });
  const version = await expectVersion(publisher, part, inc(before.version, "major"));
  await using mock = await startMockProcess(publisher.folder, ["--port", "0"]);
  for (const consumer of before.consumers) {
    say(`  ${consumer.name} …`);
    await part.attempt(`${consumer.name}: meets the break`, () =>
      checkBreakingUpgrade(consumer, part, before.version, version, mock.url),
    );
  }
}

/** Checks that CI fails for an undeclared break, and for one with too small a bump. */
async function expectDeclaredBump(publisher: Publisher, part: RehearsalPart): Promise<void> {
  const changeset = join(publisher.folder, ".changeset/too-small.md");
  const includesAll = (problem: string, words: string) =>
    problem.includes(words) && problem.includes("Fix: pnpm spec changeset");
  const missing = await bumpProblem(publisher);
  part.expect("CI fails without a changeset", includesAll(missing, "no changeset declares it"), missing);
  await writeFile(changeset, '---\n"@np6/api-types": minor\n---\n\nLess than it is.\n');
  const small = await bumpProblem(publisher);
  part.expect("CI fails with a smaller bump", includesAll(small, "declare only minor"), small);
  await rm(changeset);
}

async function checkBreakingUpgrade(
  consumer: Consumer,
  part: RehearsalPart,
  oldVersion: string,
  newVersion: string,
  mockUrl: string,
): Promise<void> {
  await consumer.update();
  const versionAfterUpdate = await consumer.installed();
  part.expect(
    `${consumer.name}: an update does not install it`,
    versionAfterUpdate === oldVersion,
    versionAfterUpdate,
  );
  await consumer.add(`^${newVersion}`);
  const got = await consumer.installed();
  part.expect(`${consumer.name}: installs it by name`, got === newVersion, got);

  const changelog = await consumer.read("node_modules/@np6/api-client/CHANGELOG.md");
  const [, section = ""] = changelog.split(/^## /m);
  const describesSteps =
    section.startsWith(newVersion) && /Major Changes/.test(section) && section.includes("campaign");
  part.expect(
    `${consumer.name}: the changelog describes the steps`,
    describesSteps,
    lineWith(section, "campaign"),
  );

  const problems = await consumer.typeProblems();
  const shown = /src\/service\.ts.*error TS\d+/.test(problems) && problems.includes("campaign");
  part.expect(`${consumer.name}: the old call does not compile`, shown, lineWith(problems, "campaign"));

  // The other package managers do not let a package import indirect dependencies.
  if (consumer.manager.name === "npm") await followNotes(consumer, part, section);
  const service = join(consumer.folder, "src/service.ts");
  const source = await readFile(service, "utf8");
  await writeFile(service, source.replace("body: { receiver:", 'body: { campaign: "spring", receiver:'));
  await consumer.test(mockUrl);
  part.expect(`${consumer.name}: the changed call compiles and works`, true, got);
}

/** Checks the code in the release notes: the old code fails to compile, and the new code compiles. */
async function followNotes(consumer: Consumer, part: RehearsalPart, notes: string): Promise<void> {
  const [, before = "", after = ""] = /\/\/ before\n([\s\S]*?)\/\/ after\n([\s\S]*?)```/.exec(notes) ?? [];
  const file = join(consumer.folder, "src/from-notes.ts");
  const problems = async (code: string): Promise<string> => {
    await writeFile(file, `import type { operations } from "@np6/api-types";\n${code}\n`);
    const output = await consumer.typeProblems();
    return output
      .split("\n")
      .filter((line) => line.includes("from-notes.ts"))
      .join("\n");
  };
  const [old, mended] = [await problems(before), await problems(after)];
  await rm(file);
  const isTrue = before !== "" && after !== "" && old !== "" && mended === "";
  const shown = `${before.trim()} → ${old.trim()} → ${after.trim()} → ${mended}`;
  part.expect(`${consumer.name}: the notes' old code breaks, and their new code compiles`, isTrue, shown);
}

async function expectVersion(
  publisher: Publisher,
  part: RehearsalPart,
  expected: string | null,
): Promise<string> {
  const versions = await publishedVersions(publisher);
  const version = versions.get("@np6/api-client") ?? "";
  part.expect(`is ${expected}`, version === expected && sameVersion(versions), version);
  return version;
}

/** Returns the registry's latest versions, by package. */
async function publishedVersions({ registry }: Publisher): Promise<Map<string, string>> {
  const entries = [...fixed, "openapi-codegen"].map(async (name) => {
    const { latest = "" } = await distTags(registry, name);
    return [`@np6/${name}`, latest] as const;
  });
  return new Map(await Promise.all(entries));
}

function sameVersion(versions: ReadonlyMap<string, string>): boolean {
  return new Set(fixed.map((name) => versions.get(`@np6/${name}`))).size === 1;
}

function lineWith(text: string, word: string): string {
  return text.split("\n").find((line) => line.includes(word)) ?? text;
}

const stableRelease = `---
"@np6/api-types": major
"@np6/api-client": major
"@np6/api-mock": major
"@np6/openapi-codegen": major
"@np6/openapi-diff": major
---

The rehearsal promises a stable API.
`;
