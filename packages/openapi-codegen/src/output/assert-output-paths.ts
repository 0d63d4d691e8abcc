import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { CodegenError } from "../codegen-error.ts";
import { type CodegenOptions, nothingToGenerate, outputNames } from "../codegen-options.ts";

/**
 * Checks that the outputs overwrite neither each other nor the document, also through symbolic links.
 *
 * @param sources files of the document
 * @throws CodegenError
 */
export async function assertOutputPaths(options: CodegenOptions, sources: readonly string[]): Promise<void> {
  const outputs = outputNames.map((name) => options[name]).filter((file) => file !== undefined);
  if (outputs.length === 0) throw new CodegenError(nothingToGenerate);
  const sourcePaths = new Set(await Promise.all(sources.map(realPath)));
  const seen = new Set<string>();
  for (const output of outputs) {
    const real = await realPath(output);
    if (sourcePaths.has(real)) {
      throw new CodegenError(
        "this file is part of the OpenAPI document and would be overwritten; choose another output",
        [{ file: output }],
      );
    }
    if (seen.has(real)) {
      throw new CodegenError("two outputs cannot go to the same file; choose another", [{ file: output }]);
    }
    seen.add(real);
    const found = await stat(real).catch(() => undefined);
    if (found !== undefined && !found.isFile()) {
      throw new CodegenError("the output must be a file, but this is something else", [{ file: output }]);
    }
  }
}

/** Resolves symbolic links in the existing part of a path. */
async function realPath(file: string): Promise<string> {
  const absolute = path.resolve(file);
  const real = await realpath(absolute).catch(() => undefined);
  if (real !== undefined) return real;
  const parent = path.dirname(absolute);
  return parent === absolute ? absolute : path.join(await realPath(parent), path.basename(absolute));
}
