/**
 * What a runtime says when no connection was ever made, so that the request cannot have run: refused, no such
 * host, or nobody answered the connect (Node, Bun; Bun before 1.4 says `ConnectionRefused`). Deno and workerd give no code.
 */
const neverSentCodes: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
]);

/** Whether a connection failed in a way that only a request can which never left. */
export function wasNeverSent(code: string | undefined): boolean {
  return code !== undefined && neverSentCodes.has(code);
}

/** Whether a refusal leaves open if the call ran: the server broke (5xx) or gave up (408) after it may have begun. */
export function refusalMayHaveRun(status: number): boolean {
  return status >= 500 || status === 408;
}

/**
 * Whether a redirect leaves open if the call ran. "See Other" is how a server answers a POST that it has carried out
 * (RFC 9110, section 15.4.4), a browser does not tell which redirect it was, and neither does a custom fetch that
 * followed one: the status is then that of the page behind it, whatever that says.
 */
export function redirectMayHaveRun(status: number | undefined): boolean {
  return status === undefined || status === 303 || status < 300 || status > 399;
}
