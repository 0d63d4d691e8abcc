import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { runCli } from "./run-cli.ts";

function documentOf(properties: string): string {
  return `openapi: 3.1.0
info: { title: Things, version: "1" }
paths:
  /things:
    get:
      operationId: listThings
      responses:
        "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
components:
  schemas:
    Thing: { type: object, properties: ${properties} }
`;
}

const old = documentOf("{ a: {}, b: {} }");

async function run(files: Record<string, string>, ...argv: string[]) {
  const cwd = await mkdtemp(join(tmpdir(), "openapi-diff-cli-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, name)), { recursive: true });
    await writeFile(join(cwd, name), text);
  }
  const said = { out: "", err: "" };
  const context = {
    cwd,
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
  };
  return { code: await runCli(argv, context), ...said };
}

it("compares two files, in words", async () => {
  const { code, out } = await run(
    { "old.yaml": old, "new.yaml": documentOf("{ a: {} }") },
    "old.yaml",
    "new.yaml",
  );
  expect(code).toBe(0);
  expect(out.replace(/\S+old\.yaml:/, "old.yaml:")).toBe(`From old.yaml to new.yaml:

major  \`b\` of \`Thing\` was removed. Breaks types and wire.
       listThings response  #/components/schemas/Thing/properties/b  old.yaml:11  8b37261ac3ee

Required bump: major
`);
});

it("compares an installed package with a file, as JSON", async () => {
  const files = {
    "new.yaml": documentOf("{ a: {}, b: {}, c: {} }"),
    "node_modules/@a/types/package.json":
      '{ "version": "1.0.0", "exports": { "./openapi.json": "./api.yaml" } }',
    "node_modules/@a/types/api.yaml": old,
  };
  const { code, out } = await run(files, "@a/types", "new.yaml", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    bump: "minor",
    changes: [
      {
        pointer: "#/components/schemas/Thing/properties/c",
        operationId: "listThings",
        direction: "response",
        bump: "minor",
        message: "`c` of `Thing` is new.",
        fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
        location: { file: expect.stringMatching(/new\.yaml$/), pointer: expect.any(String), line: 11 },
      },
    ],
  });
});

it("exits with 1 when the bump reaches --fail-on, and with 0 below it", async () => {
  const files = { "old.yaml": old, "new.yaml": documentOf("{ a: {}, b: {}, c: {} }") };
  expect((await run(files, "old.yaml", "new.yaml", "--fail-on", "major")).code).toBe(0);
  const reached = await run(files, "old.yaml", "new.yaml", "--fail-on=minor");
  expect(reached).toMatchObject({
    code: 1,
    err: "The change is minor, and --fail-on minor was asked for.\n",
  });
});

it("passes over what a file names with a reason, and refuses lines that say nothing", async () => {
  const files = { "old.yaml": old, "new.yaml": documentOf("{ a: {} }") };
  const { changes } = JSON.parse((await run(files, "old.yaml", "new.yaml", "--json")).out);
  const [{ fingerprint }] = changes;
  const ignoring = (text: string) =>
    run(
      { ...files, "ignored.txt": text },
      "old.yaml",
      "new.yaml",
      "--ignore",
      "ignored.txt",
      "--fail-on=patch",
    );
  const passed = await ignoring(`# Agreed with all teams.\n${fingerprint} nobody reads b\n\n`);
  expect(passed).toMatchObject({ code: 0, out: expect.stringContaining("1 change is ignored") });
  expect(await ignoring(fingerprint)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/ignored\.txt:1:1: \S+ has no reason/),
  });
  expect(await ignoring("\n000000000000 old")).toMatchObject({
    code: 2,
    err: expect.stringMatching(/ignored\.txt:2:1: 000000000000 is no change .* remove the line/),
  });
  expect(await ignoring("all of it")).toMatchObject({
    code: 2,
    err: expect.stringContaining("12 hexadecimal digits"),
  });
});

it("says the file and line of a change in a document of many files", async () => {
  const root = (name: string) =>
    documentOf("{}").replace(/Thing: \{.*\}\n/, `Thing: { $ref: ${name}.yaml }\n`);
  const files = {
    "old.yaml": root("one"),
    "new.yaml": root("other"),
    "one.yaml": "type: object\nproperties:\n  a: { type: string }\n",
    "other.yaml": "type: object\n\n# More.\nproperties:\n  a:\n    type: integer\n",
  };
  const { changes } = JSON.parse((await run(files, "old.yaml", "new.yaml", "--json")).out);
  expect(changes).toMatchObject([{ location: { file: expect.stringMatching(/other\.yaml$/), line: 6 } }]);
});

it.each<[string, string[], RegExp]>([
  ["one document", ["old.yaml"], /give two documents/],
  ["three documents", ["old.yaml", "old.yaml", "old.yaml"], /give two documents/],
  ["a file that is not there", ["old.yaml", "gone.yaml"], /gone\.yaml: there is no such file/],
  ["a package that is not there", ["@a/gone", "old.yaml"], /@a\/gone is not installed here/],
  ["a document with a wrong place", ["old.yaml", "bad.yaml"], /bad\.yaml#\/paths: expected a Paths Object/],
  [
    "an unknown bump",
    ["old.yaml", "old.yaml", "--fail-on", "huge"],
    /--fail-on must be major, minor or patch/,
  ],
  [
    "a file to ignore that is not there",
    ["old.yaml", "old.yaml", "--ignore", "gone"],
    /gone: --ignore: there is no such file/,
  ],
  ["an unknown option", ["--loud"], /--loud.*see np6-openapi-diff --help/],
  [
    "a limit that is none",
    ["old.yaml", "old.yaml", "--max-bytes", "many"],
    /maxBytes must be a whole number/,
  ],
])("refuses %s with exit code 2 and a sentence", async (_, argv, message) => {
  const files = {
    "old.yaml": old,
    "bad.yaml": "openapi: 3.1.0\ninfo: { title: a, version: b }\npaths: []\n",
  };
  const { code, out, err } = await run(files, ...argv);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(message);
});

it("shows how it is used, and its version", async () => {
  expect((await run({}, "--help")).out).toContain("Exit codes:");
  expect((await run({}, "-v")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
