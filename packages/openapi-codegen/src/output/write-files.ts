import { randomUUID } from "node:crypto";
import { mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { CodegenError } from "../codegen-error.ts";
import type { RenderedFile } from "./render-outputs.ts";

/** An output and whether it was written. */
export interface WrittenFile {
  readonly path: string;
  /** `unchanged`: the file had this content and was not touched. */
  readonly status: "written" | "unchanged";
}

/**
 * Writes files atomically: each is written to a temporary file, then all are renamed. So two runs at once do not
 * disturb each other. Missing folders are created.
 *
 * @throws CodegenError when a file cannot be written; the old files still exist then
 */
export async function writeFiles(files: readonly RenderedFile[]): Promise<WrittenFile[]> {
  const staged: { file: RenderedFile; target: string; temporary: string }[] = [];
  let current = "";
  try {
    for (const file of files) {
      current = file.path;
      const target = await realpath(file.path).catch(() => path.resolve(file.path));
      if ((await readFile(target, "utf8").catch(() => undefined)) === file.content) continue;
      await mkdir(path.dirname(target), { recursive: true });
      const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`);
      staged.push({ file, target, temporary });
      await writeFile(temporary, file.content, { flag: "wx" });
    }
    for (const { file, target, temporary } of staged) {
      current = file.path;
      await rename(temporary, target);
    }
  } catch (cause) {
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true }).catch(() => undefined)));
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CodegenError(`cannot write this file: ${reason}`, [{ file: current }], { cause });
  }
  const written = new Set(staged.map(({ file }) => file));
  return files.map((file) => ({ path: file.path, status: written.has(file) ? "written" : "unchanged" }));
}
