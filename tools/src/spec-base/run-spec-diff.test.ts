import { join } from "node:path";
import type { SpecDiff } from "@np6/openapi-diff";
import { expect, it } from "vitest";
import { specRepository, specText } from "../testing/spec-repository.test-support.ts";
import { runSpecDiff } from "./run-spec-diff.ts";

const withoutB = specText("{ a: { type: string } }");
const withC = specText("{ a: { type: string }, b: { type: string }, c: { type: string } }");

it("compares the checkout with a git ref, as JSON", async () => {
  const { context, output, write } = await specRepository("0.1.0");
  await write("spec/openapi.yaml", withoutB);
  expect(await runSpecDiff(["--base", "HEAD", "--json"], context)).toBe(0);
  expect(JSON.parse(output.out)).toEqual({
    bump: "major",
    changes: [
      {
        pointer: "#/components/schemas/Thing/properties/b",
        operationId: "getThing",
        direction: "response",
        bump: "major",
        breaks: ["types", "wire"],
        message: "`b` of `Thing` was removed.",
        fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
        location: { file: "spec/openapi.yaml", pointer: expect.any(String), line: 9 },
      },
    ],
  });
});

it("compares two files, relative to where the command was typed, in words", async () => {
  const { context, output, write, root } = await specRepository("0.1.0");
  await write("old.yaml", withC.replace("$ref: paths/", "$ref: spec/paths/"));
  await write(
    "elsewhere/new.yaml",
    withC.replace("$ref: paths/", "$ref: ../spec/paths/").replace("Small", "Large"),
  );
  const elsewhere = { ...context, cwd: join(root, "elsewhere") };
  expect(await runSpecDiff(["--base", "../old.yaml", "--head", "new.yaml"], elsewhere)).toBe(0);
  expect(output.out).toContain("From ../old.yaml to new.yaml:");
  expect(output.out).toContain("Required bump: patch");
});

it("takes the tag of the last release for its base", async () => {
  const { context, output, write, commit } = await specRepository("0.2.0");
  await commit("@np6/api-types@0.1.0");
  await write("spec/openapi.yaml", withC);
  await commit("@np6/api-types@0.2.0");
  expect(await runSpecDiff([], context)).toBe(0);
  expect(output.out).toContain(
    "From spec/ at the tag @np6/api-types@0.2.0 to spec/ of this checkout: no change",
  );
});

it("says so when nothing is released yet", async () => {
  const { context, output } = await specRepository("0.0.0");
  expect(await runSpecDiff(["--json"], context)).toBe(0);
  expect(output.err).toContain("Nothing is released yet");
  expect(JSON.parse(output.out)).toEqual({ bump: "none", changes: [] });
});

it("exits with 1 when the bump reaches --fail-on, and with 0 below it", async () => {
  const { context, output, write } = await specRepository("0.1.0");
  await write("spec/openapi.yaml", withC);
  expect(await runSpecDiff(["--base", "HEAD", "--fail-on", "major"], context)).toBe(0);
  expect(await runSpecDiff(["--base", "HEAD", "--fail-on", "minor"], context)).toBe(1);
  expect(output.err).toContain("--fail-on minor");
});

it.each<[string, string[], string]>([
  ["an unknown ref", ["--base", "nowhere"], '"nowhere" is neither a file'],
  ["a ref without a spec", ["--base", "empty"], 'at "empty" there is no spec/openapi.yaml'],
  ["a ref that looks like an option", ["--base=--upload-pack"], '"--upload-pack" is neither'],
  [
    "the same file twice",
    ["--base", "spec/openapi.yaml", "--head", "spec/openapi.yaml"],
    "are the same file",
  ],
  ["what is not OpenAPI", ["--base", "package.json"], "package.json"],
  ["an unknown bump", ["--fail-on", "huge"], '--fail-on is "huge"; it must be major, minor or patch'],
  ["an unknown option", ["--loud"], "--loud"],
])("refuses %s with exit code 2 and a sentence", async (_, argv, message) => {
  const { context, output, root } = await specRepository("0.1.0");
  const { execa } = await import("execa");
  const tree = await execa("git", ["hash-object", "-t", "tree", "-w", "--stdin"], { cwd: root, input: "" });
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
  const empty = await execa("git", [...identity, "commit-tree", tree.stdout, "-m", "empty"], { cwd: root });
  await execa("git", ["branch", "empty", empty.stdout], { cwd: root });
  expect(await runSpecDiff(argv, context)).toBe(2);
  expect(output.err).toContain(message);
  expect(output.out).toBe("");
});

it("shows how it is used", async () => {
  const { context, output } = await specRepository("0.1.0");
  expect(await runSpecDiff(["--help"], context)).toBe(0);
  expect(output.out).toContain("Exit codes:");
});

it("proves breaks of types, and passes over what a file names", async () => {
  const { context, output, write } = await specRepository("0.1.0");
  await write("spec/openapi.yaml", withoutB);
  expect(await runSpecDiff(["--base", "HEAD", "--explain", "--json"], context)).toBe(0);
  const [change] = (JSON.parse(output.out) as SpecDiff).changes;
  expect(change?.witness?.before).toMatch(/^export const read = .*answer\.b;$/);

  output.out = "";
  expect(await runSpecDiff(["--base", "HEAD", "--explain"], context)).toBe(0);
  expect(output.out).toContain(`before  ${change?.witness?.before}`);
  expect(output.out).toContain("Breaks of types: 1 proved, 0 unproved");
  expect(output.out).toMatch(/Breaks of the wire: \d shown, \d unshown/);

  await write("agreed.txt", `${change?.fingerprint} nobody reads it\n`);
  output.out = "";
  expect(await runSpecDiff(["--base", "HEAD", "--ignore", "agreed.txt"], context)).toBe(0);
  expect(output.out).toContain("no change that consumers could notice");
  expect(output.out).toContain("Ignored changes: 1\n");
});

it("names a file of agreed changes that is not there", async () => {
  const { context, output, write } = await specRepository("0.1.0");
  await write("spec/openapi.yaml", withoutB);
  expect(await runSpecDiff(["--base", "HEAD", "--ignore", "agreed.txt"], context)).toBe(2);
  expect(output.err).toContain("--ignore: the file agreed.txt does not exist");
});
