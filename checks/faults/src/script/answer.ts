import type { Bytes } from "./bytes.ts";

/** Name and value of a header line; a list of them can repeat a name. */
export type HeaderLine = readonly [name: string, value: string];

/** An HTTP response as plain data. It is sent unchecked. */
export interface Answer {
  /** Three digits, or any other text. */
  readonly status: number | string;
  /** Default: empty, which RFC 9112 allows. */
  readonly reason?: string;
  /** Default: `HTTP/1.1`. */
  readonly version?: string;
  /** Interim 1xx responses that precede it. */
  readonly informational?: readonly { readonly status: number; readonly headers?: readonly HeaderLine[] }[];
  /** Sent in this order, before the header of the framing. */
  readonly headers?: readonly HeaderLine[];
  readonly body?: Bytes;
  /**
   * How the end of the body is marked: by its length (default), by chunks, or by the end of the connection, which the
   * server then closes. With `none` there is no such header and the connection stays open, as for a 204.
   */
  readonly framing?: "content-length" | "chunked" | "close" | "none";
  /** A wrong value for Content-Length. */
  readonly claimedLength?: number | string;
  /** Line ending. Default: CR LF. */
  readonly lineEnd?: string;
}
