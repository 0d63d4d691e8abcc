/** What to generate, from what. At least one of `types` and `operations` is needed. */
export interface CodegenOptions {
  /** Path of the OpenAPI document, YAML or JSON, 3.0 or 3.1. */
  readonly spec: string;
  /** Path of the types file to write. */
  readonly types?: string;
  /** Path of the operation table file to write. */
  readonly operations?: string;
  /**
   * Command that regenerates the files, for the banner and for messages. By default it is this tool's own command, with
   * paths relative to the package that the files belong to.
   */
  readonly command?: string;
}
