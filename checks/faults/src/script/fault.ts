import type { Bytes } from "./bytes.ts";

/**
 * An action of the server on a connection. Steps run in order. After the last step the connection stays open for the
 * next request, unless a step ended it.
 */
export type Step =
  /** Writes the bytes and waits until the operating system has accepted them. */
  | { readonly step: "write"; readonly bytes: Bytes }
  /** Waits. Ends early, with the connection, when the peer disconnects. */
  | { readonly step: "pause"; readonly milliseconds: number }
  /** Writes `size` bytes (default 1) at a time, and waits between them. */
  | {
      readonly step: "drip";
      readonly bytes: Bytes;
      readonly everyMilliseconds: number;
      readonly size?: number;
    }
  /** Writes the bytes repeatedly, `times` times or until the peer disconnects, never faster than the peer reads. */
  | { readonly step: "repeat"; readonly bytes: Bytes; readonly times?: number }
  /**
   * Writes a body of `decompressedBytes` bytes and compresses it meanwhile: `[`, spaces, `]`, so it is valid JSON of
   * any size. The body is chunked, or has no end: add a `close` step.
   */
  | {
      readonly step: "bomb";
      readonly contentCoding: "gzip" | "br";
      readonly decompressedBytes: number;
      readonly framing: "chunked" | "close";
    }
  /** Sends FIN: no byte follows. Bytes that the peer still sends are recorded. */
  | { readonly step: "close" }
  /** Sends RST. */
  | { readonly step: "reset" }
  /** Keeps the connection open and silent until the peer disconnects or the server is closed. */
  | { readonly step: "hang" };

/** The server's reaction to one request, as plain data: a test can generate, shrink, print and replay it. */
export interface Fault {
  /** For people who read a failing test. */
  readonly name: string;
  /**
   * Start of the steps: when the connection is accepted, when the head of the request is complete, or when the whole
   * request is. On a connection in use, `connection` means the head of its next request.
   */
  readonly begin: "connection" | "request-head" | "request";
  readonly steps: readonly Step[];
}
