import type { Readable } from "node:stream";

/** What the command talks to. */
export interface Terminal {
  readonly stdin: Readable;
  readonly out: (content: string | Uint8Array) => void;
  /** Messages, which do not belong to the output. */
  readonly say: (text: string) => void;
  /** Whether a person is there to answer. */
  readonly isInteractive: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Calls the listener at each Ctrl-C or SIGTERM. @returns ends that */
  readonly onInterrupt: (listener: () => void) => () => void;
}
