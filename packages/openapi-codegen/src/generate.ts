import type { CodegenOptions } from "./codegen-options.ts";
import { renderOutputs } from "./output/render-outputs.ts";
import { type WrittenFile, writeFiles } from "./output/write-files.ts";

/** What `generate` did. */
export interface GenerateResult {
  readonly files: readonly WrittenFile[];
  /** What the author of the document should know, one sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Generates the types file, the operation table file, the validators file, or several of them.
 *
 * All outputs are made before the first is written: bad input leaves every file as it was. A file that would not change
 * is not touched.
 *
 * @throws CodegenError when the document or an option cannot be used, or a file cannot be written
 */
export async function generate(options: CodegenOptions): Promise<GenerateResult> {
  const { files, warnings } = await renderOutputs(options);
  return { files: await writeFiles(files), warnings };
}
