import type { CodegenOptions } from "./codegen-options.ts";
import { renderOutputs } from "./output/render-outputs.ts";
import { type WrittenFile, writeFiles } from "./output/write-files.ts";

/** Result of `generate`. */
export interface GenerateResult {
  readonly files: readonly WrittenFile[];
  /** Warnings for the author of the document, one sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Generates the files of all given outputs.
 *
 * All outputs are made before the first is written, so bad input leaves every file unchanged. A file with the same
 * content is not written.
 *
 * @throws CodegenError when the document or an option cannot be used, or a file cannot be written
 */
export async function generate(options: CodegenOptions): Promise<GenerateResult> {
  const { files, warnings } = await renderOutputs(options);
  return { files: await writeFiles(files), warnings };
}
