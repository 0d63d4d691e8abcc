/**
 * What a runtime says when no connection was ever made, so that the request cannot have run: refused, no such
 * host, or nobody answered the connect (Node, undici; Bun and Deno say `ConnectionRefused` and `ECONNREFUSED`).
 */
const neverSent: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
]);

/** Whether a failed connection leaves open if a call ran. A repeat of an idempotent call harms nobody. */
export function connectionOutcomeUnknown(idempotent: boolean, code: string | undefined): boolean {
  return !idempotent && (code === undefined || !neverSent.has(code));
}

/** Whether a refusal leaves open if a call ran: the server broke (5xx) after it may have begun. */
export function refusalOutcomeUnknown(idempotent: boolean, status: number): boolean {
  return !idempotent && (status >= 500 || status === 408);
}
