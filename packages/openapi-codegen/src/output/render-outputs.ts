import path from "node:path";
import { createOperationTable } from "@np6/openapi-document";
import type { LoadedDocument } from "@np6/openapi-document/reading";
import { groupWarnings } from "@np6/openapi-document/reading";
import { CodegenError } from "../codegen-error.ts";
import type { CodegenOptions } from "../codegen-options.ts";
import { loadDocument } from "../document/read-document.ts";
import { relocateErrors } from "../document/relocate-errors.ts";
import { renderGuards } from "../operations/render-guards.ts";
import { renderMethods } from "../operations/render-methods.ts";
import { renderOperations } from "../operations/render-operations.ts";
import { banner } from "../text/banner.ts";
import { showUnseen } from "../text/show-unseen.ts";
import { withSunsets } from "../text/with-sunsets.ts";
import { renderTypes } from "../types/render-types.ts";
import { renderValidators } from "../validators/render-validators.ts";
import { assertOutputPaths } from "./assert-output-paths.ts";
import { defaultCommand } from "./default-command.ts";

/** A file with its expected content. */
export interface RenderedFile {
  /** Path as the options contain it. */
  readonly path: string;
  readonly content: string;
}

/** All outputs of a run, before they are written. */
export interface RenderedOutputs {
  readonly files: readonly RenderedFile[];
  /** One line per kind, with file and pointer. */
  readonly warnings: readonly string[];
  readonly command: string;
}

/**
 * Makes the content of all outputs without writing files.
 *
 * @throws CodegenError when the document or an option cannot be used
 */
export async function renderOutputs(options: CodegenOptions): Promise<RenderedOutputs> {
  await assertOutputPaths(options, [options.spec]);
  const loaded = await loadDocument(options.spec, options);
  await assertOutputPaths(options, loaded.files);
  const command = options.command ?? defaultCommand(options);
  const { files, warnings } = await relocateErrors(loaded.locate, () => render(options, loaded, command));
  return { files, warnings: [...loaded.warnings, ...warnings], command };
}

async function render(
  options: CodegenOptions,
  { document, locate }: LoadedDocument,
  command: string,
): Promise<{ files: RenderedFile[]; warnings: string[] }> {
  // The table is made even when only types are wanted: its checks apply to both.
  const { table, warnings: tableWarnings } = createOperationTable(document);
  const warnings = [...tableWarnings];
  const head = banner({ command, title: table.title, version: table.version });
  const described = withSunsets(document);
  const files: RenderedFile[] = [];
  if (options.types !== undefined) {
    files.push({ path: options.types, content: head + (await renderTypes(described, table.mediaTypes)) });
  }
  if (options.operations !== undefined) {
    files.push({ path: options.operations, content: head + renderOperations(table) });
  }
  if (options.guards !== undefined) {
    const content = renderGuards(document, typesModule(options, "guards", options.guards));
    files.push({ path: options.guards, content: head + content });
  }
  if (options.validators !== undefined) {
    const rendered = renderValidators(document, table);
    files.push({ path: options.validators, content: head + rendered.source });
    warnings.push(...rendered.warnings);
  }
  if (options.methods !== undefined) {
    const content = renderMethods(described, table, typesModule(options, "methods", options.methods));
    files.push({ path: options.methods, content: head + content });
  }
  return {
    files: files.map(({ path: file, content }) => ({ path: file, content: showUnseen(content) })),
    warnings: groupWarnings(
      warnings.map(({ pointer, ...warning }) => ({ ...warning, location: locate(pointer) })),
    ),
  };
}

/** Returns the specifier with which an output imports the types file: the path of the compiled file. */
function typesModule({ types }: CodegenOptions, output: string, from: string): string {
  if (types === undefined) {
    throw new CodegenError(`--${output} needs --types: the ${output} import the types file`);
  }
  const relative = path
    .relative(path.dirname(path.resolve(from)), path.resolve(types))
    .replaceAll(path.sep, "/");
  const compiled = relative.replace(/\.([cm]?)ts$/, ".$1js");
  return compiled.startsWith(".") ? compiled : `./${compiled}`;
}
