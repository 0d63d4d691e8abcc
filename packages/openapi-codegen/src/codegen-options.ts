import type { DocumentOptions } from "@np6/openapi-document/reading";

/** The outputs, in the order in which commands and messages list them. */
export const outputNames = ["types", "operations", "guards", "validators", "methods"] as const;

/** The limits of a document's files: the command's option and the property's name. */
export const limitNames = {
  "max-bytes": "maxBytes",
  "max-depth": "maxDepth",
  "max-values": "maxValues",
} as const;

/** The error message for options without an output. */
export const nothingToGenerate: string = `nothing to generate: give ${outputNames
  .map((name) => `--${name}`)
  .join(", ")} or several of them`;

/** Options of a generation, with at least one output: `types`, `operations`, `guards`, `validators` or `methods`. */
export interface CodegenOptions extends DocumentOptions {
  /** Path of the OpenAPI document, YAML or JSON, 3.0, 3.1 or 3.2. */
  readonly spec: string;
  /** Path of the types file to write. */
  readonly types?: string;
  /** Path of the operation table file to write. */
  readonly operations?: string;
  /** Path of the type guards file to write. It imports the types file, so `types` is required too. */
  readonly guards?: string;
  /** Path of the validators file to write. */
  readonly validators?: string;
  /** Path of the file of method signatures to write. It imports the types file, so `types` is required too. */
  readonly methods?: string;
  /**
   * Command that regenerates the files, for the banner and messages. Default: this tool's command, with paths relative
   * to the package of the files.
   */
  readonly command?: string;
}
