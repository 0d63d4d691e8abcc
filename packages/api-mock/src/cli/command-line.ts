/** A parsed command line. */
export type CommandLine = { readonly command: "help" } | { readonly command: "version" } | StartCommand;

/** Options of a start of `np6-mock`. */
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
  /** Path prefix of a gateway; empty for none. */
  readonly basePath: string;
  /** HAR file to write. */
  readonly record: string | undefined;
  /** Whether the HAR file contains the bodies of requests and responses. */
  readonly recordBodies: boolean;
  /** HAR file to answer from. */
  readonly replay: string | undefined;
  /** URL of the real API. */
  readonly proxy: string | undefined;
}
