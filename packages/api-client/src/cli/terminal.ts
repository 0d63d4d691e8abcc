import type { Readable } from "node:stream";

/** Input and output of the command. */
export interface Terminal {
  readonly stdin: Readable;
  readonly out: (content: string | Uint8Array) => void;
  /** Writes messages, which do not belong to the output. */
  readonly printMessage: (text: string) => void;
  /** Whether a user can answer questions. */
  readonly isInteractive: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Calls the listener at each Ctrl-C or SIGTERM. @returns a function that removes it */
  readonly onInterrupt: (listener: () => void) => () => void;
}
