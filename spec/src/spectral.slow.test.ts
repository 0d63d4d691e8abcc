import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readBundledDocument } from "./bundled-document.test-support.ts";
import { editedDocument } from "./rules/edited-document.test-support.ts";

const ruleset = join(import.meta.dirname, "../spectral.yaml");
const packageFile = createRequire(import.meta.url).resolve("@stoplight/spectral-cli/package.json");

/** Lists Spectral's problems of a document, with code and path, whatever their severity. */
async function lint(document: unknown): Promise<readonly string[]> {
  // The ruleset is copied too, because its overrides name files relative to it.
  const folder = await mkdtemp(join(tmpdir(), "spectral-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "openapi.json");
  await writeFile(file, JSON.stringify(document));
  await copyFile(ruleset, join(folder, "spectral.yaml"));
  const cli = join(dirname(packageFile), "dist/index.js");
  const options = ["--ruleset", join(folder, "spectral.yaml"), "--format", "json", "--quiet"];
  const output = await new Promise<string>((resolve, reject) => {
    execFile(
      process.execPath,
      [cli, "lint", file, ...options],
      { maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        // Exit code 1 means problems, which are on stdout; 2 means that Spectral failed.
        if (error !== null && error.code !== 1) reject(new Error(stderr || stdout, { cause: error }));
        else resolve(stdout);
      },
    );
  });
  const problems: readonly { readonly code: string; readonly path: readonly string[] }[] = JSON.parse(output);
  return problems.map(({ code, path }) => `${code} ${path.join("/")}`);
}

test("the document is clean under Spectral's rules for OpenAPI", async () => {
  expect(await lint(readBundledDocument())).toEqual([]);
});

test("what the override leaves out is found by another rule", async () => {
  const wrong = editedDocument(
    readBundledDocument(),
    "/components/examples/WorkflowNodes/value/0/default",
    "yes",
  );
  expect((await lint(wrong)).join()).toContain("oas3-valid-media-example components/examples/WorkflowNodes");
});
