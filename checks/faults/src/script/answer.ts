import type { Bytes } from "./bytes.ts";

/** Name and value of one header line; a list of them can repeat a name. */
export type HeaderLine = readonly [name: string, value: string];

/** An HTTP answer as plain data. Nothing is checked: what is written here goes on the wire. */
export interface Answer {
  /** Three digits, or anything else. */
  readonly status: number | string;
  /** Default: empty, which RFC 9112 allows. */
  readonly reason?: string;
  /** Default `HTTP/1.1`. */
  readonly version?: string;
  /** Answers with a 1xx status that go before. */
  readonly informational?: readonly { readonly status: number; readonly headers?: readonly HeaderLine[] }[];
  /** Written in this order, before the header of the framing. */
  readonly headers?: readonly HeaderLine[];
  readonly body?: Bytes;
  /**
   * How the peer is told where the body ends: its length (default), chunks, or the end of the connection, which the
   * server then closes. With `none` no header says anything and the connection stays open, as for a 204.
   */
  readonly framing?: "content-length" | "chunked" | "close" | "none";
  /** What Content-Length says instead of the truth. */
  readonly claimedLength?: number | string;
  /** What ends a line instead of CR LF. */
  readonly lineEnd?: string;
}
