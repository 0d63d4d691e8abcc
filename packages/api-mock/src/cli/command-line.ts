/** What a command line asks for. */
export type CommandLine = { readonly command: "help" } | { readonly command: "version" } | StartCommand;

/** What `np6-mock` starts. */
export interface StartCommand {
  readonly command: "start";
  readonly port: number;
  readonly host: string;
  /** File of the OpenAPI document; undefined for the one of the NP6 API. */
  readonly spec: string | undefined;
  readonly scenarios: readonly string[];
  readonly seed: number | undefined;
  readonly stateful: boolean;
  readonly cors: boolean;
  /** Path of a gateway before those of the document; empty for none. */
  readonly basePath: string;
  /** HAR file to write. */
  readonly record: string | undefined;
  /** Whether the HAR file has the bodies of requests and answers. */
  readonly recordBodies: boolean;
  /** HAR file to answer from. */
  readonly replay: string | undefined;
  /** URL of the real API. */
  readonly proxy: string | undefined;
}
