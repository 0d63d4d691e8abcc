import type { DocumentOptions } from "@np6/openapi-document/reading";

/** What can be generated, in the order in which commands and messages name it. */
export const outputNames = ["types", "operations", "guards", "validators", "methods"] as const;

/** The message for options that name no output. */
export const nothingToGenerate: string = `nothing to generate: give ${outputNames
  .map((name) => `--${name}`)
  .join(", ")} or several of them`;

/** What to generate, from what. At least one output is needed: `types`, `operations`, `guards`, `validators` or
 * `methods`. */
export interface CodegenOptions extends DocumentOptions {
  /** Path of the OpenAPI document, YAML or JSON, 3.0, 3.1 or 3.2. */
  readonly spec: string;
  /** Path of the types file to write. */
  readonly types?: string;
  /** Path of the operation table file to write. */
  readonly operations?: string;
  /** Path of the type guards file to write. It imports the types file, so `types` is needed too. */
  readonly guards?: string;
  /** Path of the validators file to write. */
  readonly validators?: string;
  /** Path of the file of method signatures to write. It imports the types file, so `types` is needed too. */
  readonly methods?: string;
  /**
   * Command that regenerates the files, for the banner and for messages. By default it is this tool's own command, with
   * paths relative to the package that the files belong to.
   */
  readonly command?: string;
}
