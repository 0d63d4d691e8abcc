import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { expect, it } from "vitest";
import { specRepository, specText } from "../testing/spec-repository.test-support.ts";
import { runCheckChangeset } from "./run-check-changeset.ts";
import { runSpecChangeset } from "./run-spec-changeset.ts";

const base = "        a: { type: string }, b: { type: string }";

it("lets two branches change the document, each with a changeset of its own, and merges them", async () => {
  const { root, context, output, write, commit } = await specRepository("1.0.0");
  const git = (...words: string[]) =>
    execa("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...words], { cwd: root });
  const lines = (first: string, last: string) =>
    specText(`{\n${first}${base},\n        middle: { type: string }${last}\n      }`);
  await write("spec/openapi.yaml", lines("", ""));
  await commit("@np6/api-types@1.0.0");

  await git("switch", "--quiet", "--create", "feature/Adds-First");
  await write("spec/openapi.yaml", lines("        first: { type: string },\n", ""));
  expect(await runSpecChangeset([], context), output.err).toBe(0);
  await commit();
  await git("switch", "--quiet", "main");
  await git("switch", "--quiet", "--create", "drop-nothing");
  await write("spec/openapi.yaml", lines("", ",\n        last: { type: string }"));
  expect(await runSpecChangeset([], context)).toBe(0);
  await commit();

  await git("merge", "--quiet", "--no-edit", "feature/Adds-First");
  expect(await runCheckChangeset(context)).toBe(0);
  // A second run on the merged branch still describes only the changes of this branch.
  expect(await runSpecChangeset([], context)).toBe(0);
  const changeset = await readFile(join(root, ".changeset/spec-drop-nothing.md"), "utf8");
  expect(changeset).toContain("`last` of `Thing` is new.");
  expect(changeset).not.toContain("`first`");
  expect(await readFile(join(root, ".changeset/spec-feature-adds-first.md"), "utf8")).toContain(
    "`first` of `Thing` is new.",
  );
});
