import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isSnapshot } from "@np6/tools/snapshot-version";
import { distTags } from "./dist-tags.ts";
import type { RehearsalResults } from "./rehearsal-results.ts";
import { type Publisher, packAndPublish } from "./spec-release.ts";

const branch = "try/It_out";

/** Publishes a snapshot of a branch, which must not affect consumers that did not request it. */
export async function rehearseSnapshot(publisher: Publisher, results: RehearsalResults): Promise<void> {
  const { folder, run, commitAll } = publisher;
  const part = results.part("snapshot of a branch");
  const before = await distTags(publisher.registry, "api-client");
  const tagsBefore = await run("git", ["tag"]);
  await part.run("is published", async () => {
    await run("git", ["switch", "--quiet", "--create", branch]);
    await writeFile(join(folder, ".changeset/try.md"), '---\n"@np6/api-client": patch\n---\n\nTry it.\n');
    await commitAll("Try it");
    await run("pnpm", ["run", "release", "version", "--snapshot"]);
    await packAndPublish(publisher);
  });
  const { "try-it-out": snapshot = "", ...otherTags } = await distTags(publisher.registry, "api-client");
  part.expect("has a version below all releases, under the branch's tag", isSnapshot(snapshot), snapshot);
  const isUnchanged = JSON.stringify(otherTags) === JSON.stringify(before);
  part.expect("does not change the tag `latest`", isUnchanged, JSON.stringify(otherTags));
  const tags = await run("git", ["tag"]);
  part.expect("leaves no git tag", tags === tagsBefore, tags);
  await run("git", ["reset", "--quiet", "--hard"]);
  await run("git", ["clean", "--quiet", "--force", "-d"]);
  await run("git", ["switch", "--quiet", "main"]);
}
