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
  expect(out).toBe(`From old.yaml to new.yaml:

major  \`b\` of \`Thing\` was removed.
       listThings response  #/components/schemas/Thing/properties/b

Deserved bump: major
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
