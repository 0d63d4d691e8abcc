import { mkdtempDisposable, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { execa } from "execa";
import { findImportCircles } from "../../repository/find-import-circles.ts";
import { isProduction, measureLines } from "../../repository/measure-lines.ts";
import { repositoryRoot } from "../../repository/repository-root.ts";

/** `pnpm check lines`: counts production code by folder, and lists import circles; now, or at a commit. */
const { values } = parseArgs({ args: process.argv.slice(3), options: { at: { type: "string" } } });
const git = async (...words: string[]) => (await execa("git", words, { cwd: repositoryRoot })).stdout;
const say = (line: string) => process.stdout.write(`${line}\n`);
const row = (name: string, files: number, lines: number) =>
  say(`${name.padEnd(28)}${String(files).padStart(7)}${String(lines).padStart(9)}`);

await using temporary = await mkdtempDisposable(join(tmpdir(), "np6-lines-"));
const folder = temporary.path;
// The current tracked files become a commit too: that of a stash, which is created but not stored.
const commit = values.at ?? ((await git("stash", "create")) || "HEAD");
const archive = join(folder, "files.tar");
await git("archive", "--output", archive, commit);
await execa("tar", ["-xf", archive], { cwd: folder });
const paths = (await git("ls-tree", "-r", "--name-only", commit)).split("\n").filter(isProduction);
const texts = await Promise.all(
  paths.map(async (path) => [path, await readFile(join(folder, path), "utf8")] as const),
);
const { folders, files, lines, widest, longest } = measureLines(new Map(texts));
say(`${"folder".padEnd(28)}${"files".padStart(7)}${"lines".padStart(9)}`);
for (const [name, size] of folders) row(name, size.files, size.lines);
row("all", files, lines);
say(`\nwidest folder: ${widest.path}, ${widest.files} files`);
say(`longest file: ${longest.path}, ${longest.lines} lines`);
const circles = (await findImportCircles(folder)).filter(isProduction);
say(`files in import circles: ${circles.length}`);
for (const path of circles) say(`  ${path}`);
