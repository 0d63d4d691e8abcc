import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { respond, startFaultServer } from "@np6/fault-server";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { parse, stringify } from "yaml";
import { type Edit, edited, fixture, fixtureText } from "./fixtures.test-support.ts";
import { runUpstream } from "./run-upstream.ts";

let folder: string;
let specFolder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "np6-upstream-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  specFolder = join(folder, "spec");
  await mkdir(join(specFolder, "dist"), { recursive: true });
  await writeFile(join(specFolder, "dist", "openapi.json"), JSON.stringify(fixture("curated.yaml")));
  await accept([]);
});

const accept = (accepted: readonly unknown[]) =>
  writeFile(join(specFolder, "upstream-accepted.yaml"), stringify({ accepted }));

/** Writes the vendor's bundle with some changes, as YAML or JSON depending on the name. */
async function bundle(name: string, edits: readonly Edit[] = []): Promise<string> {
  const document = edited(parse(fixtureText("vendor-bundle.yaml")), edits);
  const file = join(folder, name);
  await writeFile(file, name.endsWith(".json") ? JSON.stringify(document) : stringify(document));
  return file;
}

async function run(...argv: string[]) {
  let out = "";
  let err = "";
  const code = await runUpstream(argv, {
    specFolder,
    limits: { maxBytes: 1_000_000, timeoutMs: 20_000 },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

const nullable: Edit = ["#/components/schemas/Workflow/properties/name/nullable", true];
const nullableEntry = {
  at: "schema Workflow: name",
  fact: "null",
  vendor: "nullable",
  curated: "never null",
  reason: "The vendor marks every text as nullable.",
};

test.each(["api.yaml", "api.json"])("no drift in %s is 0", async (name) => {
  const { code, out, err } = await run("--from", await bundle(name));
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/\n0 drift, 0 accepted, 3 known, 0 stale\n$/);
});

test("the bundle may stand at an address; a page there is 2", async () => {
  const server = await startFaultServer();
  onTestFinished(() => server.close());
  const answer = { status: 200, headers: [["Content-Type", "application/octet-stream"]] } as const;
  server.script([
    respond({ ...answer, body: fixtureText("vendor-bundle.yaml") }),
    respond({ ...answer, body: "<!DOCTYPE html>" }),
  ]);
  const address = `${server.url}/_bundle/api.yaml`;
  expect(await run("--from", address)).toMatchObject({
    code: 0,
    out: expect.stringContaining(`, ${address}\n`),
  });
  expect(await run("--from", address)).toEqual({
    code: 2,
    out: "",
    err: expect.stringMatching(
      /^error: http.*api\.yaml is a page \(HTML or XML\), not an OpenAPI document\./,
    ),
  });
});

test("drift is 1, side by side with the places, and with the way out", async () => {
  const { code, out } = await run("--from", await bundle("api.yaml", [nullable]));
  expect(code).toBe(1);
  expect(out).toContain(
    [
      "DRIFT",
      "",
      "schema Workflow",
      "             | vendor   | curated",
      "  name  null | nullable | never null",
      "      at      schema Workflow: name",
      "      vendor  #/components/schemas/Workflow/properties/name",
      "      curated #/components/schemas/Workflow/properties/name",
      "      seen at POST /scripting/workflows request body application/json name",
      "",
    ].join("\n"),
  );
  expect(out).toMatch(/correct spec\/ if the vendor is right .*accept/);
  expect(out).toMatch(/\n1 drift, 0 accepted, 3 known, 0 stale\n$/);
});

test("the JSON has every difference, with what an entry of the accepted ones needs", async () => {
  const json = join(folder, "report.json");
  const from = await bundle("api.yaml", [nullable]);
  const { code } = await run("--from", from, "--json", json);
  expect(code).toBe(1);
  const report = JSON.parse(await readFile(json, "utf8"));
  expect(report).toMatchObject({
    drift: true,
    vendor: { source: from, title: "NP6 API Reference", version: "8.1.0", operations: 4 },
    curated: { title: "NP6 API", operations: 4 },
    prefixes: ["/scripting/workflows"],
    counts: { drift: 1, accepted: 0, known: 3, stale: 0 },
    stale: [],
  });
  expect(report.differences).toContainEqual({
    verdict: "drift",
    fact: "null",
    relation: "vendor only",
    at: "schema Workflow: name",
    alsoAt: [],
    vendor: { text: "nullable", present: true, pointer: "#/components/schemas/Workflow/properties/name" },
    curated: { text: "never null", present: false, pointer: "#/components/schemas/Workflow/properties/name" },
    places: ["POST /scripting/workflows request body application/json name"],
  });
  expect((await readdir(folder)).sort()).toEqual(["api.yaml", "report.json", "spec"]);
});

test("with - the JSON is all that standard output gets", async () => {
  const { out, err } = await run("--from", await bundle("api.yaml"), "--json", "-");
  expect(JSON.parse(out)).toMatchObject({ drift: false });
  expect(err).toContain("0 drift");
});

test("an accepted difference is no drift, and shown with its reason", async () => {
  await accept([nullableEntry]);
  const { code, out } = await run("--from", await bundle("api.yaml", [nullable]));
  expect(code).toBe(0);
  expect(out).toContain("ACCEPTED");
  expect(out).toContain("because The vendor marks every text as nullable.");
});

test("an accepted difference that is none any more is 1, and named", async () => {
  await accept([nullableEntry]);
  const { code, out } = await run("--from", await bundle("api.yaml"));
  expect(code).toBe(1);
  expect(out).toMatch(
    /STALE: accepted in .*upstream-accepted\.yaml, but the difference no longer exists; remove the entry/,
  );
  expect(out).toContain("  schema Workflow: name  null | nullable | never null");
});

test("a version of the vendor's that changes nothing here is shown, and no drift", async () => {
  const { code, out } = await run("--from", await bundle("api.yaml", [["#/info/version", "8.2.0"]]));
  expect(code).toBe(0);
  expect(out).toMatch(/^vendor {3}NP6 API Reference 8\.2\.0, /);
});

test("help is 0", async () => {
  expect(await run("--help")).toMatchObject({
    code: 0,
    out: expect.stringContaining("Usage: pnpm spec upstream"),
  });
});

test.each([
  [
    "a missing file",
    ["--from", "nowhere.yaml"],
    /^error: .*nowhere\.yaml: there is no such file\. Check --from\.\n$/,
  ],
  ["no source", [], /^error: --from is missing/],
  [
    "a folder for the JSON that is none",
    ["--from", "x", "--json", "no/such/folder.json"],
    /^error: --json no\/such\/folder\.json: the folder does not exist/,
  ],
] as const)("%s is 2", async (_what, argv, message) => {
  expect(await run(...argv)).toEqual({ code: 2, out: "", err: expect.stringMatching(message) });
});

test.each(["report.json", "dist/report.json", "."])("JSON into the curated spec (%s) is 2", async (name) => {
  const before = await readdir(specFolder, { recursive: true });
  const { code, err } = await run("--from", await bundle("api.yaml"), "--json", join(specFolder, name));
  expect(code).toBe(2);
  expect(err).toMatch(/nothing is written into the curated spec\. Name a file elsewhere\.\n$/);
  expect(await readdir(specFolder, { recursive: true })).toEqual(before);
});

test("JSON through a link into the curated spec is 2", async () => {
  const link = join(folder, "report.json");
  await symlink(join(specFolder, "dist", "openapi.json"), link);
  const { code, err } = await run("--from", await bundle("api.yaml"), "--json", link);
  expect(code).toBe(2);
  expect(err).toMatch(/nothing is written into the curated spec/);
});

test("JSON where a folder stands is 2", async () => {
  const { code, err } = await run("--from", await bundle("api.yaml"), "--json", folder);
  expect(code).toBe(2);
  expect(err).toMatch(/cannot be written: .*\. Name another file\.\n$/);
});

test("a curated spec that is not built is 2, and says how to build it", async () => {
  await rm(join(specFolder, "dist"), { recursive: true });
  const { code, err } = await run("--from", await bundle("api.yaml"));
  expect(code).toBe(2);
  expect(err).toMatch(/openapi\.json cannot be read\. Create it: pnpm --filter @np6\/spec build\n$/);
});

test("a list of accepted differences that is missing is 2, and says how to write it", async () => {
  await rm(join(specFolder, "upstream-accepted.yaml"));
  const { code, err } = await run("--from", await bundle("api.yaml"));
  expect(code).toBe(2);
  expect(err).toMatch(/upstream-accepted\.yaml cannot be read\. Create it with the line: accepted: \[\]\n$/);
});

test("a defect of the command is 2 with a stack trace, and does not look like drift", async () => {
  let err = "";
  const code = await runUpstream(["--help"], {
    specFolder,
    limits: { maxBytes: 1_000, timeoutMs: 1_000 },
    out: () => {
      throw new TypeError("a defect");
    },
    err: (text) => {
      err += text;
    },
  });
  expect(code).toBe(2);
  expect(err).toMatch(/^TypeError: a defect\n +at /);
});
