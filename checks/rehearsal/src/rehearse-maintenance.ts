import { join } from "node:path";
import { startMockProcess } from "@np6/tools/start-mock-process";
import { inc } from "semver";
import { Consumer } from "./consumer.ts";
import { distTags } from "./dist-tags.ts";
import { specEdits } from "./edit-spec.ts";
import type { PackageManager } from "./package-managers.ts";
import type { RehearsalPart, RehearsalResults } from "./rehearsal-results.ts";
import { describeSpec, type Publisher, publish } from "./spec-release.ts";

/** The input for the rehearsal of a maintenance branch. */
export interface MaintenanceRehearsal {
  readonly publisher: Publisher;
  /** The last version before the major that is now the latest. */
  readonly version: string;
  readonly manager: PackageManager;
  /** Folder for the consumer. */
  readonly consumers: string;
  readonly results: RehearsalResults;
}

/**
 * Rehearses two fixes for users of the previous major. Each fix has its own branch, which is merged into the
 * maintenance branch and released from there. The latest version does not change.
 */
export async function rehearseMaintenance(rehearsal: MaintenanceRehearsal): Promise<void> {
  const { publisher, version } = rehearsal;
  const part = rehearsal.results.part("maintenance branch");
  const { run, commitAll, registry, folder } = publisher;
  const line = `release/${version.split(".")[0]}.x`;
  const before = await distTags(registry, "api-client");
  const work = async (branch: string, edit: keyof typeof specEdits, bump: string): Promise<void> => {
    await run("git", ["switch", "--quiet", "--create", branch, line]);
    await specEdits[edit](join(folder, "spec"));
    const diff = await describeSpec(publisher);
    part.expect(`${branch}: the diff starts from the branch's own release`, diff.bump === bump, diff.bump);
    await commitAll(`Edit the spec on ${branch}`);
  };
  await part.run("two changes are merged and released", async () => {
    await run("git", ["branch", line, `@np6/api-client@${version}`]);
    await work("fix/words", "documentation", "patch");
    await work("add/label", "secondAddition", "minor");
    await run("git", ["switch", "--quiet", line]);
    for (const branch of ["fix/words", "add/label"])
      await run("git", ["merge", "--quiet", "--no-edit", branch]);
    await publish(publisher);
  });
  const released = inc(version, "minor") ?? "";
  const { [line.replace("/", "-")]: tagged, ...otherTags } = await distTags(registry, "api-client");
  part.expect(`is ${released}, under a tag of its own`, tagged === released, `${tagged}`);
  const isUnchanged = JSON.stringify(otherTags) === JSON.stringify(before);
  part.expect("does not change the tag `latest`", isUnchanged, JSON.stringify(otherTags));
  await part.attempt("a consumer of the older major gets it", () =>
    expectConsumer(rehearsal, part, released),
  );
  await run("git", ["switch", "--quiet", "main"]);
}

async function expectConsumer(
  { publisher, version, manager, consumers }: MaintenanceRehearsal,
  part: RehearsalPart,
  released: string,
): Promise<void> {
  const names = ["@np6/api-types", "@np6/api-client", "@np6/api-mock"];
  const versions = new Map(names.map((name) => [name, version] as const));
  const consumer = await Consumer.create("service-esm", manager, consumers, versions);
  await consumer.install();
  await using mock = await startMockProcess(publisher.folder, ["--port", "0"]);
  await consumer.test(mock.url);
  const installed = await consumer.installed();
  part.expect("the range ^ of the older major installs it, and it works", installed === released, installed);
  const changelog = await consumer.read("node_modules/@np6/api-client/CHANGELOG.md");
  const [, section = ""] = changelog.split(/^## /m);
  const listsBoth =
    section.includes("`label` of") && section.includes("Descriptions, examples or notes changed");
  part.expect("the changelog lists both changes", listsBoth, section.split("\n").slice(0, 12).join(" "));
  const manifest = JSON.parse(await consumer.read("node_modules/@np6/api-client/package.json"));
  const { repository } = manifest as { repository?: { url?: string; directory?: string } };
  const named = repository?.url?.startsWith("git+https://") && repository.directory === "packages/api-client";
  part.expect("the package names its repository", named === true, JSON.stringify(repository));
}
