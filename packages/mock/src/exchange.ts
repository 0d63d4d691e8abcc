/** One request and its answer, as the request log shows them. Holds no header, so no key. */
export interface Exchange {
  readonly method: string;
  /** Path as sent, without the query. */
  readonly path: string;
  /** Undefined when no operation has this method and path. */
  readonly operationId: string | undefined;
  /** Undefined when the client went away before it was answered. */
  readonly status: number | undefined;
  /** From the request's head to the answer's last byte, in milliseconds. */
  readonly milliseconds: number;
  /** What the request or the answer breaks: Prism's findings, or why the mock itself refused. One line each. */
  readonly violations: readonly string[];
}
