import { readFile } from "node:fs/promises";
import { CodegenError } from "./codegen-error.ts";
import type { CodegenOptions } from "./codegen-options.ts";
import { firstDifference, type LineDifference } from "./output/first-difference.ts";
import { type RenderedFile, renderOutputs } from "./output/render-outputs.ts";

/** A generated file that differs from the result of a new generation. */
export interface OutdatedFile {
  readonly path: string;
  /** The first difference; `undefined` when there is no file. */
  readonly difference: LineDifference | undefined;
}

/** Result of `check`. */
export interface CheckResult {
  /** Empty when all files are up to date. */
  readonly outdated: readonly OutdatedFile[];
  /** Warnings for the author of the document, one sentence each. */
  readonly warnings: readonly string[];
  /** Command that regenerates the files. */
  readonly command: string;
}

/**
 * Compares the generated files byte for byte with the result of a new generation. It writes nothing.
 *
 * @throws CodegenError when the document or an option cannot be used, or a file cannot be read
 */
export async function check(options: CodegenOptions): Promise<CheckResult> {
  const { files, warnings, command } = await renderOutputs(options);
  const outdated: OutdatedFile[] = [];
  for (const file of files) {
    const found = await read(file);
    if (found === undefined) outdated.push({ path: file.path, difference: undefined });
    else if (found !== file.content) {
      outdated.push({ path: file.path, difference: firstDifference(file.content, found) });
    }
  }
  return { outdated, warnings, command };
}

async function read({ path }: RenderedFile): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CodegenError(`cannot read this file: ${reason}`, [{ file: path }], { cause });
  }
}
