import type { Bytes } from "./bytes.ts";

/**
 * One thing that the server does to a connection. Steps run in order; after the last one the connection stays open
 * for the next request, unless a step ended it.
 */
export type Step =
  /** Writes the bytes and waits until the operating system took them. */
  | { readonly step: "write"; readonly bytes: Bytes }
  /** Waits. Ends early, with the connection, when the peer goes away. */
  | { readonly step: "pause"; readonly milliseconds: number }
  /** Writes `size` bytes (default 1) at a time, and waits between them. */
  | {
      readonly step: "drip";
      readonly bytes: Bytes;
      readonly everyMilliseconds: number;
      readonly size?: number;
    }
  /** Writes the bytes again and again, `times` times or until the peer goes away, never faster than the peer reads. */
  | { readonly step: "repeat"; readonly bytes: Bytes; readonly times?: number }
  /**
   * Writes a body of `decompressedBytes` bytes, compressed while it is made: `[`, spaces, `]`, so that it is valid
   * JSON whatever its size. The body is chunked, or ends nowhere: follow with a `close`.
   */
  | {
      readonly step: "bomb";
      readonly contentCoding: "gzip" | "br";
      readonly decompressedBytes: number;
      readonly framing: "chunked" | "close";
    }
  /** Sends FIN: no byte follows. What the peer still sends is recorded. */
  | { readonly step: "close" }
  /** Sends RST. */
  | { readonly step: "reset" }
  /** Keeps the connection open and silent until the peer goes away or the server is closed. */
  | { readonly step: "hang" };

/** What the server does with one request: plain data, so that a test can generate, shrink, print and replay it. */
export interface Fault {
  /** For people who read a failing test. */
  readonly name: string;
  /**
   * When the steps begin: as soon as the connection is accepted, when the head of the request is complete, or when
   * the whole request is. On a connection that is already in use `connection` means the head of its next request.
   */
  readonly begin: "connection" | "request-head" | "request";
  readonly steps: readonly Step[];
}
