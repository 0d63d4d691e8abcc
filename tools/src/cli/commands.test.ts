import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { repositoryRoot } from "../repository/repository-root.ts";
import type { Command, Commands } from "./command.ts";
import { commands } from "./commands.ts";

const flatten = (group: Commands): { name: string; command: Command }[] =>
  Object.entries(group).flatMap(([name, command]) => [{ name, command }, ...flatten(command.words ?? {})]);
const { scripts } = JSON.parse(await readFile(join(repositoryRoot, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};
const tasks = Object.keys(JSON.parse(await readFile(join(repositoryRoot, "turbo.json"), "utf8")).tasks);

/** Lists the files that a command needs, relative to the repository. */
function filesOf({ does, page }: Command): string[] {
  const more = page === undefined ? [] : [page];
  if (does === undefined) return more;
  if ("module" in does) return [...more, `tools/src/cli/${does.module}.ts`];
  return "program" in does ? [...more, join(does.program.folder, does.program.words.at(-1) ?? "")] : more;
}

test.each(flatten(commands))("$name starts something that is there", ({ command }) => {
  expect(filesOf(command).filter((file) => !existsSync(join(repositoryRoot, file)))).toEqual([]);
  const { does } = command;
  if (does !== undefined && "tasks" in does) expect(tasks).toEqual(expect.arrayContaining([...does.tasks]));
  expect(does ?? command.words).toBeDefined();
});

test("every command is a script of the root, of which there are at most sixteen", () => {
  const started = Object.entries(scripts).filter(([, script]) => script.startsWith("node tools/run.mjs "));
  expect(started.map(([name]) => name).sort()).toEqual(Object.keys(commands).sort());
  expect(started.every(([name, script]) => script === `node tools/run.mjs ${name}`)).toBe(true);
  expect(Object.keys(scripts).length).toBeLessThanOrEqual(16);
});

describe("what is typed", () => {
  const typed = (...words: string[]) =>
    execa("node", ["tools/run.mjs", ...words], { cwd: repositoryRoot, reject: false });

  test("wrongly is refused, with the word that may have been meant", async () => {
    const { exitCode, stderr } = await typed("check", "slwo");
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: "error: unknown command 'slwo'\n(Did you mean slow?)",
    });
  });

  test("with --help gets a line for each word", async () => {
    const { exitCode, stdout } = await typed("spec", "--help");
    expect(exitCode).toBe(0);
    for (const word of ["diff", "changeset", "upstream", "histories"]) {
      expect(stdout).toMatch(new RegExp(`^ {2}${word} +\\S`, "m"));
    }
  });

  test("without the word that it needs is explained, and has not succeeded", async () => {
    const { exitCode, stderr } = await typed("release");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^Usage: pnpm release <word>/);
  });
});
