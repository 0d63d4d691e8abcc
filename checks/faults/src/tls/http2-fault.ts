/** What a server does to a stream or a connection of HTTP/2 after it executed requests. Plain data. */
export type Http2Fault =
  /** Answers. */
  | { readonly kind: "answer" }
  /**
   * Once `executed` requests of a connection were executed, says GOAWAY: nothing above `lastStream` was looked at, which is not
   * true. Then it closes the connection. The first request is not counted, and was stream 1.
   */
  | { readonly kind: "goaway"; readonly executed: number; readonly lastStream: number }
  /** Resets the stream of the request that comes after the first of a connection, when it was executed. */
  | {
      readonly kind: "reset-stream";
      readonly code: Http2Code;
      readonly when: "before-answer" | "after-head" | "after-answer";
    };

/** Codes of RFC 9113, section 7. */
export type Http2Code = "REFUSED_STREAM" | "CANCEL" | "INTERNAL_ERROR";

/** A row of the catalogue of HTTP/2. */
export interface Http2Row {
  readonly name: string;
  readonly fault: Http2Fault;
  /** How many streams the server allows at once. */
  readonly mostStreams?: number;
  /** Whether the server pings each connection before it answers. */
  readonly pings?: boolean;
}

const codes: readonly Http2Code[] = ["REFUSED_STREAM", "CANCEL", "INTERNAL_ERROR"];
const moments = ["before-answer", "after-head", "after-answer"] as const;

/**
 * What a server that offers HTTP/2 may do to several requests at once. In each row every request is executed when it arrives: one
 * that arrives twice was executed twice.
 */
export function http2Catalogue(): Http2Row[] {
  return [
    { name: "answers", fault: { kind: "answer" } },
    { name: "answers, with pings", fault: { kind: "answer" }, pings: true },
    { name: "answers, one stream at a time", fault: { kind: "answer" }, mostStreams: 1 },
    { name: "GOAWAY with a lower last stream", fault: { kind: "goaway", executed: 2, lastStream: 3 } },
    {
      name: "GOAWAY with a last stream below all of them",
      fault: { kind: "goaway", executed: 2, lastStream: 1 },
    },
    ...moments.flatMap((when) =>
      codes.map(
        (code): Http2Row => ({
          name: `RST_STREAM ${code}, ${when}`,
          fault: { kind: "reset-stream", code, when },
        }),
      ),
    ),
  ];
}
