/** The idempotent methods (RFC 9110, section 9.2.2). */
const idempotent: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"]);

/** @param method - in capitals; a missing method counts as not idempotent */
export function isIdempotent(method: string | undefined): boolean {
  return method !== undefined && idempotent.has(method);
}
