import type { Fault } from "../script/fault.ts";

/** The failure kinds of the tested client. */
export type FailureKind =
  | "http"
  | "rate-limited"
  | "redirect"
  | "timeout"
  | "aborted"
  | "connection"
  | "unexpected-response"
  | "configuration";

/** The effect of the response's Retry-After; a date is relative to the time of `script()`. */
export type RetryAfter =
  | "absent"
  | { readonly minimumMilliseconds: number; readonly maximumMilliseconds: number };

/** The expected result of a client that follows the rules. The rules leave absent fields open. */
export interface Expected {
  readonly outcome: "success" | "failure" | "either";
  /** The allowed kinds of a failure; empty when the call must succeed. */
  readonly kinds: readonly FailureKind[];
  /** For a POST; for a GET it is always false. */
  readonly outcomeUnknown?: boolean;
  /** Whether the client by default sends again, if it has time and attempts left. */
  readonly repeats: { readonly GET?: boolean; readonly POST?: boolean };
  /** For a success: the JSON text that the result must equal. Absent: not judged, or no result. */
  readonly json?: string;
  readonly retryAfter?: RetryAfter;
  /** Whether the platform's fetch may send again below the client, like Node once after a 421. */
  readonly platformMayRepeat?: true;
  /** Whether the platform's fetch may continue a handshake after the abort, like Node for its own 10 seconds. */
  readonly platformMayKeepSocket?: true;
}

/** The groups of faults, in their order. */
export type FaultGroup =
  | "control"
  | "address"
  | "tls"
  | "cut"
  | "cut-reused"
  | "garbage"
  | "silence"
  | "drip"
  | "redirect"
  | "media-type"
  | "empty"
  | "status"
  | "falsy"
  | "rate-limit"
  | "unavailable"
  | "size"
  | "encoding"
  | "json"
  | "odd-status"
  | "header"
  | "framing"
  | "early"
  | "echo";

/** A named fault and facts about it. */
export interface CatalogueRow {
  /** Unique in the catalogue. */
  readonly name: string;
  readonly group: FaultGroup;
  /** The client's target: the fault server, by http or https, or an address without a server. */
  readonly address: "http" | "https" | "refused" | "unresolvable";
  /** Number of calls that must succeed first, so that the fault occurs on a connection in use. */
  readonly warmUpCalls: 0 | 1;
  /**
   * The cause that ends a call: the fault, the client's time limit, or its size limit. For the limits, the suite sets a
   * suitable value.
   */
  readonly endsBy: "itself" | "timeout" | "size-limit";
  /** The faults for `FaultServer.script`, warm-up first; the last one repeats. Empty if the server is not reached. */
  script(): readonly Fault[];
  /** Whether the whole head of a final response is sent. */
  readonly answered: boolean;
  /** Status of that response. */
  readonly status?: number;
  /** Whether the server received the whole request first, so that it could have executed it. */
  readonly mayHaveRun: boolean;
  readonly expected: Expected;
}
