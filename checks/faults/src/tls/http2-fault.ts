/** A fault on a stream or connection of HTTP/2 after it executed requests, as plain data. */
export type Http2Fault =
  /** Sends a normal response. */
  | { readonly kind: "answer" }
  /**
   * After `executed` requests of a connection, sends GOAWAY, which wrongly states that nothing above `lastStream` was
   * processed. Then it closes the connection. The first request is not counted; it was stream 1.
   */
  | { readonly kind: "goaway"; readonly executed: number; readonly lastStream: number }
  /** Resets the stream of the request after the first of a connection, when it was executed. */
  | {
      readonly kind: "reset-stream";
      readonly code: Http2Code;
      readonly when: "before-answer" | "after-head" | "after-answer";
    };

/** Codes of RFC 9113, section 7. */
export type Http2Code = "REFUSED_STREAM" | "CANCEL" | "INTERNAL_ERROR";

/** A row of the HTTP/2 catalogue. */
export interface Http2Row {
  readonly name: string;
  readonly fault: Http2Fault;
  /** Maximum number of concurrent streams. */
  readonly mostStreams?: number;
  /** Whether the server pings each connection before it responds. */
  readonly pings?: boolean;
}

const codes: readonly Http2Code[] = ["REFUSED_STREAM", "CANCEL", "INTERNAL_ERROR"];
const occasions = ["before-answer", "after-head", "after-answer"] as const;

/**
 * Lists the faults of an HTTP/2 server on several concurrent requests. In each row every request is executed on
 * arrival, so a request that arrives twice is executed twice.
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
    ...occasions.flatMap((when) =>
      codes.map(
        (code): Http2Row => ({
          name: `RST_STREAM ${code}, ${when}`,
          fault: { kind: "reset-stream", code, when },
        }),
      ),
    ),
  ];
}
