import type { Readable } from "node:stream";

/** Input and output of a command. */
export interface Terminal {
  readonly stdin: Readable;
  readonly out: (text: string) => void;
  /** Writes messages and progress, which do not belong to the output. */
  readonly printMessage: (text: string) => void;
  /** Whether a user can answer questions. */
  readonly isInteractive: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Calls the listener at each Ctrl-C or SIGTERM. @returns a function that removes it */
  readonly onInterrupt: (listener: () => void) => () => void;
}
