/** A request that the mock received, with its outcome. It never contains the key. */
export interface ReceivedRequest {
  /** Number since the start or the last `reset`, from 1; `executions` refers to it. */
  readonly number: number;
  readonly method: string;
  /** Path as sent, without the query. */
  readonly path: string;
  /** Query as sent, without the question mark; empty when there was none. */
  readonly query: string;
  /** Undefined when no operation has this method and path. */
  readonly operationId: string | undefined;
  /** The response's `x-request-id`, which is unique. Undefined when there was none. */
  readonly requestId: string | undefined;
  /** Headers by lower-case name, without those that contain a key or another secret. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body: parsed if it is JSON, else a string; `undefined` when there was none. */
  readonly body: unknown;
  /** Whether the request obeys the document. */
  readonly valid: boolean;
  /** Rules that the request or the response breaks, found by Prism or by the mock itself. One line each. */
  readonly violations: readonly string[];
  /** Names of the scenarios that were played on it. */
  readonly scenarios: readonly string[];
  /** Reason why no own answer fits: the nearest, and the differences. Absent without own answers. */
  readonly nearMiss?: string | undefined;
  /** Status of the response; undefined before it, and when the client disconnected, or was disconnected, before it. */
  readonly status: number | undefined;
  /** Milliseconds from the request's head to the response's last byte; undefined while the request is in flight. */
  readonly milliseconds: number | undefined;
}
