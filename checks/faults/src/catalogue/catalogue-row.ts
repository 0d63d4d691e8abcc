import type { Fault } from "../script/fault.ts";

/** The failure kinds of the client under test. */
export type FailureKind =
  | "http"
  | "rate-limited"
  | "redirect"
  | "timeout"
  | "aborted"
  | "connection"
  | "unexpected-response"
  | "configuration";

/** What a Retry-After of the answer amounts to; a date is relative to the moment of `script()`. */
export type RetryAfter =
  | "absent"
  | { readonly minimumMilliseconds: number; readonly maximumMilliseconds: number };

/** What a client that keeps the rules must make of the row. What is absent, the rules leave open. */
export interface Expected {
  readonly outcome: "success" | "failure" | "either";
  /** The kinds that a failure may have. Empty when it must succeed. */
  readonly kinds: readonly FailureKind[];
  /** For a POST; for a GET it is always false. */
  readonly outcomeUnknown?: boolean;
  /** Whether the client sends again by its defaults, given time and attempts. */
  readonly repeats: { readonly GET?: boolean; readonly POST?: boolean };
  /** For a success: the JSON text that the result must equal. Absent: not judged, or no result. */
  readonly json?: string;
  readonly retryAfter?: RetryAfter;
  /** The platform's fetch may send again below the client, as Node does once after a 421. */
  readonly platformMayRepeat?: true;
  /** The platform's fetch may go on with a handshake after the call was aborted, as Node does for its own 10 seconds. */
  readonly platformMayKeepSocket?: true;
}

/** The parts of the fault list, in its order. */
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

/** One named fault with what is true of it. */
export interface CatalogueRow {
  /** Unique in the catalogue. */
  readonly name: string;
  readonly group: FaultGroup;
  /** Where the client is to be pointed: at the fault server, by http or https, or at an address where nothing is. */
  readonly address: "http" | "https" | "refused" | "unresolvable";
  /** How many calls have to succeed first, so that the fault meets a connection in use. */
  readonly warmUpCalls: 0 | 1;
  /**
   * What ends a call: the fault itself, the client's time limit, or its limit on size. For the last two the suite
   * sets a limit that suits it.
   */
  readonly endsBy: "itself" | "timeout" | "size-limit";
  /** The faults for `FaultServer.script`, warm-up first; the last one repeats. Empty when the server is not reached. */
  script(): readonly Fault[];
  /** Whether the whole head of a final answer is sent. */
  readonly answered: boolean;
  /** Its status. */
  readonly status?: number;
  /** Whether the server waited for the whole request first, so that it could have executed it. */
  readonly mayHaveRun: boolean;
  readonly expected: Expected;
}
