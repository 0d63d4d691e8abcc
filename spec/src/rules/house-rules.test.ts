import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import plugin from "../../redocly-plugin.config.ts";
import { editedDocument } from "./edited-document.test-support.ts";
import { configurationFile, type LintResult, lintFiles } from "./lint-files.test-support.ts";
import { mistakes } from "./mistakes.test-support.ts";
import { soundDocument } from "./sound-document.test-support.ts";

const documents = [
  soundDocument,
  ...mistakes.map(({ pointer, value }) => editedDocument(soundDocument, pointer, value)),
];
let directory: string;
let result: LintResult;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "house-rules-"));
  const files = documents.map((_, index) => join(directory, `${index}.json`));
  await Promise.all(files.map((file, index) => writeFile(file, JSON.stringify(documents[index]))));
  await writeSameNameTwice();
  result = await lintFiles([...files, join(directory, "same-name.json")]);
}, 60_000);

/** Writes two files that would both become the component Settings of the bundle. */
async function writeSameNameTwice(): Promise<void> {
  const schemas = ["first", "second"].map((name) => join(directory, name, "Settings.json"));
  for (const file of schemas) {
    await mkdir(dirname(file));
    await writeFile(file, JSON.stringify({ description: file, "x-source": "assumed", type: "string" }));
  }
  const thing = "/components/schemas/Thing/properties";
  const source = { description: "One of two", "x-source": "assumed" };
  const once = editedDocument(soundDocument, `${thing}/first`, { $ref: "first/Settings.json", ...source });
  const twice = editedDocument(once, `${thing}/second`, { $ref: "second/Settings.json", ...source });
  await writeFile(join(directory, "same-name.json"), JSON.stringify(twice));
}

afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

function problemsOf(index: number): LintResult["problems"] {
  return result.problems.filter(({ file }) => basename(file) === `${index}.json`);
}

test("a document that keeps every rule is clean", () => {
  expect(result.documents).toBe(documents.length + 1);
  expect(problemsOf(0)).toEqual([]);
});

test("redocly fails when a rule is broken", () => {
  expect(result.exitCode).toBe(1);
});

test.each(mistakes.map((one, index) => ({ ...one, index: index + 1 })))(
  "$rule reports a document with $mistake and tells the way out",
  ({ index, rule, wayOut }) => {
    const message: unknown = expect.stringContaining(wayOut);
    expect(problemsOf(index)).toContainEqual(expect.objectContaining({ rule, severity: "error", message }));
  },
);

test("component-name-unique reports two files of the same name", () => {
  const message: unknown = expect.stringContaining("another name");
  const expected = expect.objectContaining({ rule: "component-name-unique", severity: "error", message });
  expect(result.problems).toContainEqual(expected);
});

async function configuredRules(): Promise<readonly string[]> {
  const configuration = parse(await readFile(configurationFile, "utf8"), { merge: true }) as {
    rules: object;
  };
  return Object.keys(configuration.rules);
}

test("every rule that the configuration sets is broken here on purpose", async () => {
  const broken = new Set([...mistakes.map(({ rule }) => rule), "component-name-unique"]);
  expect((await configuredRules()).filter((rule) => !broken.has(rule))).toEqual([]);
});

test("every rule of the plugin is set by the configuration", async () => {
  const { id, rules } = plugin();
  expect(await configuredRules()).toEqual(
    expect.arrayContaining(Object.keys(rules.oas3).map((rule) => `${id}/${rule}`)),
  );
});
