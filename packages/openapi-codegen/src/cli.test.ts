import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { runCommandLine, runProgram } from "./testing/run-command-line.test-support.ts";
import { shopDocument } from "./testing/shop-document.test-support.ts";
import { temporaryFolder } from "./testing/temporary-folder.test-support.ts";

const OUTPUTS = ["--types", "out/types.gen.ts", "--operations", "out/operations.gen.ts"];
const VALIDATORS = ["--validators", "out/validators.gen.ts"];

function shopFolder(): Promise<string> {
  return temporaryFolder({ "package.json": "{}", "openapi.yaml": shopDocument });
}

describe("np6-codegen", () => {
  it("generates, is content, finds an edit, and says how to fix it", async () => {
    const folder = await shopFolder();
    const argv = ["--spec", "openapi.yaml", ...OUTPUTS];
    expect(await runCommandLine(["generate", ...argv], folder)).toEqual({
      code: 0,
      stdout: "written out/types.gen.ts\nwritten out/operations.gen.ts\n",
      stderr: expect.stringMatching(
        /^warning: openapi\.yaml#\/paths\/~1orders~1\{id\}\/get: GET \/orders\/\{id\} has no/,
      ),
    });
    expect(await runCommandLine(["check", ...argv], folder)).toMatchObject({
      code: 0,
      stdout: "up to date\n",
    });

    const operations = path.join(folder, "out/operations.gen.ts");
    const edited = (await readFile(operations, "utf8")).replace("idempotent: false", "idempotent: true");
    await writeFile(operations, edited);
    const outdated = await runCommandLine(["check", ...argv], folder);
    expect(outdated).toMatchObject({ code: 1, stdout: "" });
    expect(outdated.stderr).toMatch(
      /out\/operations\.gen\.ts:\d+: is not what the document gives\n {2}expected: " {6}idempotent: false,"\n {2}found: {4}" {6}idempotent: true,"\nrun: np6-codegen generate --spec openapi\.yaml --types out\/types\.gen\.ts --operations out\/operations\.gen\.ts\n$/,
    );
    expect(await readFile(operations, "utf8")).toBe(edited);
  });

  it("generates and checks validators", async () => {
    const folder = await shopFolder();
    const argv = ["--spec", "openapi.yaml", ...VALIDATORS];
    expect(await runCommandLine(["check", ...argv], folder)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        "out/validators.gen.ts: is missing\nrun: np6-codegen generate --spec openapi.yaml --validators out/validators.gen.ts\n",
      ),
    });
    expect(await runCommandLine(["generate", ...argv], folder)).toMatchObject({
      code: 0,
      stdout: "written out/validators.gen.ts\n",
    });
    expect(await runCommandLine(["check", ...argv], folder)).toMatchObject({ code: 0 });
  });

  it("gives the same bytes in another current folder", async () => {
    const folder = await shopFolder();
    await runCommandLine(["generate", "--spec", "openapi.yaml", ...OUTPUTS], folder);
    await mkdir(path.join(folder, "elsewhere"));
    const argv = [
      "--spec",
      "../openapi.yaml",
      "--types",
      "../out/types.gen.ts",
      "--operations",
      "../out/operations.gen.ts",
    ];
    const checked = await runCommandLine(["check", ...argv], path.join(folder, "elsewhere"));
    expect(checked).toMatchObject({ code: 0 });
  });

  it("shows the given command when a file is missing", async () => {
    const argv = [
      "check",
      "--spec",
      "openapi.yaml",
      "--types",
      "types.gen.ts",
      "--command",
      "pnpm run generate",
    ];
    expect(await runCommandLine(argv, await shopFolder())).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/types\.gen\.ts: is missing\nrun: pnpm run generate\n$/),
    });
  });

  it("shows its usage and version", async () => {
    const folder = await temporaryFolder();
    expect(await runProgram(["--help"], folder)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Usage: /),
    });
    expect(await runProgram(["--version"], folder)).toMatchObject({
      code: 0,
      stdout: `${packageJson.version}\n`,
    });
  });

  it.each([
    ["no command", [], "say generate or check"],
    ["an unknown command", ["make"], 'unknown command "make"'],
    [
      "one argument too many",
      ["generate", "now", "--spec", "openapi.yaml", ...OUTPUTS],
      'unexpected argument "now"',
    ],
    ["an unknown option", ["generate", "--spek", "openapi.yaml"], "Unknown option '--spek'"],
    ["an option without a value", ["generate", "--spec"], "--spec"],
    [
      "an option given twice",
      ["generate", "--spec", "a", "--spec", "b", ...OUTPUTS],
      "--spec is given twice",
    ],
    ["an empty option", ["generate", "--spec", "", ...OUTPUTS], "--spec is empty"],
    ["no document", ["generate", ...OUTPUTS], "--spec is missing"],
    [
      "a limit that is no number",
      ["generate", "--spec", "openapi.yaml", "--max-bytes", "1e9", ...OUTPUTS],
      '--max-bytes must be a whole number above 0, and is "1e9"',
    ],
    [
      "a document beyond a limit",
      ["generate", "--spec", "openapi.yaml", "--max-bytes", "10", ...OUTPUTS],
      "and the limit is 10; split it, or raise the limit with --max-bytes",
    ],
    [
      "a root folder without the document",
      ["generate", "--spec", "openapi.yaml", "--root", "node_modules", ...OUTPUTS],
      "--root must be a folder",
    ],
    ["no output", ["generate", "--spec", "openapi.yaml"], "nothing to generate"],
    [
      "a missing document",
      ["generate", "--spec", "gone.yaml", ...OUTPUTS],
      "gone.yaml: there is no such file",
    ],
    ["a URL", ["check", "--spec", "https://example.com/api.yaml", ...OUTPUTS], "is a URL"],
    [
      "the document as output",
      ["generate", "--spec", "openapi.yaml", "--types", "./openapi.yaml"],
      "would be overwritten",
    ],
  ])("answers %s with one readable error", async (_, argv, message) => {
    const folder = await shopFolder();
    const { code, stdout, stderr } = await runCommandLine(argv, folder);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await readdir(folder)).toEqual(["openapi.yaml", "package.json"]);
    expect(await readFile(path.join(folder, "openapi.yaml"), "utf8")).toBe(shopDocument);
  });

  it("lets no text of a document begin a line, or steer what reads its output", async () => {
    const path = "/a\n::error::injected\u2028##[set-env name=a]b\u001b[31m";
    const document = {
      openapi: "3.1.0",
      info: { title: "T\n::error::title", version: "1" },
      paths: { [path]: { get: { responses: { 200: { description: "ok" } } } } },
    };
    const folder = await temporaryFolder({ "package.json": "{}", "openapi.json": JSON.stringify(document) });
    const warned = await runCommandLine(["generate", "--spec", "openapi.json", ...OUTPUTS], folder);
    expect(warned.stderr).toMatch(/^(?:warning: [^\n]*injected[^\n]*\n){2}$/);
    const wrong = { ...document, paths: { [path]: { get: null, put: null } } };
    await writeFile(`${folder}/openapi.json`, JSON.stringify(wrong));
    const refused = await runCommandLine(["generate", "--spec", "openapi.json", ...OUTPUTS], folder);
    expect(refused.stderr).toMatch(
      /^error: openapi\.json#[^\n]*injected[^\n]*\n {2}openapi\.json#[^\n]*injected[^\n]*\n$/,
    );
    for (const { stdout, stderr } of [warned, refused]) {
      expect(stdout + stderr).not.toMatch(/##\[|[\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
      expect(stdout + stderr).not.toMatch(/^\s*::/m);
    }
  });

  it("keeps a document in the folder that --root names, and says so in the command that regenerates", async () => {
    const folder = await temporaryFolder({
      "package.json": "{}",
      "api/openapi.yaml": shopDocument.replace(
        /Order:\n {6}description[\s\S]*$/,
        "Order: { $ref: ../schemas/order.yaml }\n",
      ),
      "schemas/order.yaml": "{ type: object, properties: { kind: { type: string } } }",
    });
    const argv = ["--spec", "api/openapi.yaml", ...OUTPUTS];
    const refused = await runCommandLine(["generate", ...argv], folder);
    expect(refused.stderr).toContain("#/components/schemas/Order: cannot resolve $ref");
    expect(await runCommandLine(["generate", ...argv, "--root", "."], folder)).toMatchObject({ code: 0 });
    const types = await readFile(path.join(folder, "out/types.gen.ts"), "utf8");
    expect(types).toContain(
      "np6-codegen generate --spec api/openapi.yaml --types out/types.gen.ts --operations out/operations.gen.ts --root .",
    );
  });
});
