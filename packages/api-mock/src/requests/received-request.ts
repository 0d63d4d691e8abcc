/** A request that the mock received, with what became of it. It never holds the key. */
export interface ReceivedRequest {
  /** 1 for the first that came since the start or the last `reset`, and so on; `executions` names requests by it. */
  readonly number: number;
  readonly method: string;
  /** Path as sent, without the query. */
  readonly path: string;
  /** Query as sent, without the question mark; empty when there was none. */
  readonly query: string;
  /** Undefined when no operation has this method and path. */
  readonly operationId: string | undefined;
  /** The `x-request-id` of the answer; each answer has another. Undefined when it had none. */
  readonly requestId: string | undefined;
  /** By lower-case name. The headers that carry a key or another secret are left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it was meant: parsed when it is JSON, a string when it is not, `undefined` when there was none. */
  readonly body: unknown;
  /** Whether the request keeps to the document. */
  readonly valid: boolean;
  /** What the request or the answer breaks: Prism's findings, or why the mock itself refused. One line each. */
  readonly violations: readonly string[];
  /** Names of the scenarios that were played on it. */
  readonly scenarios: readonly string[];
  /** Why none of the answers that were given to the mock fits it: the nearest, and what differs. Absent when there are none. */
  readonly nearMiss?: string | undefined;
  /** Status of the answer; undefined while there is none, and when the client went away or was cut off before it. */
  readonly status: number | undefined;
  /** From the request's head to the answer's last byte, in milliseconds; undefined while it is under way. */
  readonly milliseconds: number | undefined;
}
