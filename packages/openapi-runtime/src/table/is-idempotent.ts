/** The methods whose repeat does nothing more (RFC 9110, section 9.2.2). */
const idempotent: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"]);

/** @param method - in capitals; nobody knows of a missing one that a repeat is harmless */
export function isIdempotent(method: string | undefined): boolean {
  return method !== undefined && idempotent.has(method);
}
