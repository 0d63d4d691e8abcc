import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { runRedocly } from "./run-redocly.ts";

const document = (version: string) => `openapi: 3.1.0
info: { title: Small, version: ${version} }
paths: { /things: { get: { operationId: getThing, responses: { "204": { description: Nothing. } } } } }
`;

let folder: string;
const file = (name: string) => join(folder, name);
const diff = (report: string) => [
  "diff",
  file("base.yaml"),
  file("head.yaml"),
  "--format",
  "json",
  "--fail-on",
  "none",
  "--output",
  file(report),
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "np6-run-redocly-"));
  await writeFile(file("base.yaml"), document("1.0.0"));
  await writeFile(file("head.yaml"), document("2.0.0").replace("getThing", "readThing"));
  return () => rm(folder, { recursive: true, force: true });
});

it("reports what the command reports, the second time too", async () => {
  await execa("redocly", diff("command.json"), { preferLocal: true, localDir: import.meta.dirname });
  const expected = await readFile(file("command.json"), "utf8");
  expect(JSON.parse(expected).changes).not.toEqual([]);
  for (const report of ["first.json", "second.json"]) {
    expect(await runRedocly(diff(report))).toMatchObject({ exitCode: 0 });
    expect(await readFile(file(report), "utf8")).toBe(expected);
  }
});

it("runs commands at once without mixing what they say", async () => {
  const missing = (name: string) => runRedocly(["bundle", file(name), "--output", file("bundle.json")]);
  const results = await Promise.all([
    missing("one.yaml"),
    missing("two.yaml"),
    runRedocly(diff("third.json")),
  ]);
  expect(results.map(({ exitCode }) => exitCode)).toEqual([1, 1, 0]);
  expect(results[0]?.stderr).toContain("one.yaml");
  expect(results[0]?.stderr).not.toContain("two.yaml");
  expect(results[1]?.stderr).toContain("two.yaml");
});

it("says so when the arguments of a command are wrong", async () => {
  const { exitCode, stderr } = await runRedocly(["diff", "--no-such-option"]);
  expect(exitCode).toBe(1);
  expect(stderr).not.toBe("");
});

it("does not keep the process alive", async () => {
  const url = new URL("run-redocly.ts", import.meta.url);
  const script = `const { runRedocly } = await import(${JSON.stringify(url)}); await runRedocly(["--version"]);`;
  const cwd = await mkdtemp(join(tmpdir(), "np6-run-redocly-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const child = await execa(process.execPath, ["--input-type=module", "--eval", script], {
    cwd,
    timeout: 60_000,
  });
  expect(child.exitCode).toBe(0);
});
