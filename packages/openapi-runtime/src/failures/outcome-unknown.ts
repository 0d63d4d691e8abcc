/** Set on an error by a transport that never passed the request to a connection. */
export const neverSentMark: unique symbol = Symbol.for("@np6/openapi-runtime/never-sent");

/** Codes that runtimes and undici use only for failures before there is a connection. */
const codesWithoutConnection: ReadonlySet<string> = new Set([
  // After `close`, a dispatcher accepts no new request. Not UND_ERR_DESTROYED: `destroy` also ends requests in flight.
  "UND_ERR_CLOSED",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_PRX_CONN",
  "UND_ERR_PRX_TLS",
  // Bun before 1.4.
  "ConnectionRefused",
  // The client rejected the certificate. Node does so before it sends a byte (`onConnectSecure` of node:tls).
  "CERT_CHAIN_TOO_LONG",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REJECTED",
  "CERT_REVOKED",
  "CERT_SIGNATURE_FAILURE",
  "CERT_UNTRUSTED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "HOSTNAME_MISMATCH",
  "INVALID_CA",
  "INVALID_PURPOSE",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** Codes that are proof only when connecting failed. On a read, some of them mean that a connection broke. */
const connectCodes: ReadonlySet<string> = new Set([
  "EACCES",
  "EADDRINUSE",
  "EADDRNOTAVAIL",
  "EAFNOSUPPORT",
  "ECONNREFUSED",
  "EHOSTDOWN",
  "EHOSTUNREACH",
  "EINVAL",
  "ENOENT",
  "ENETDOWN",
  "ENETUNREACH",
  "EPERM",
  "ETIMEDOUT",
]);

/** Codes that some runtimes (Bun) set without a syscall, for a refused connection and an unknown host name. */
const codesWithoutSyscall: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

/**
 * Exact messages of errors without a code of their own: a TLS handshake that was cut (node:tls), and a proxy that
 * refuses CONNECT. Also a proxy that requires a password (undici), and a port that fetch blocks (Fetch standard).
 */
const provingTexts: ReadonlyMap<string, RegExp> = new Map([
  ["ECONNRESET", /^Client network socket disconnected before secure TLS connection was established$/],
  ["UND_ERR_ABORTED", /^Proxy response \(\d+\) !== 200 when HTTP Tunneling$/],
  ["UND_ERR_INVALID_ARG", /^Proxy Authentication Required \(407\)$/],
  ["", /^bad port$/],
]);

interface SystemError extends Error {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly errors?: unknown;
}

/**
 * Whether the error proves that the request never left. Without proof, it may have left.
 * @param failure - a copy by `redactCause`. Of several errors (one for each address of a host), all must prove it
 */
export function wasNeverSent(failure: Error): boolean {
  if (isMarkedNeverSent(failure)) return true;
  const { message, cause, code, syscall, errors }: SystemError = failure;
  if (Array.isArray(errors)) return errors.length > 0 && errors.every(isProof);
  const codeName = typeof code === "string" ? code : "";
  if (provingTexts.get(codeName)?.test(message)) return true;
  if (codeName === "") return isProof(cause);
  return codesWithoutConnection.has(codeName) || failedToConnect(codeName, syscall);
}

/** Whether one of our transports marked the error: it never passed the request to a connection. */
export function isMarkedNeverSent(failure: unknown): boolean {
  return typeof failure === "object" && failure !== null && neverSentMark in failure;
}

function isProof(value: unknown): boolean {
  return value instanceof Error && wasNeverSent(value);
}

/** Decides by code and syscall: after `connect ETIMEDOUT` there was no connection; after `read ETIMEDOUT` one broke. */
function failedToConnect(code: string, syscall: unknown): boolean {
  if (typeof syscall !== "string") return codesWithoutSyscall.has(code);
  // `getaddrinfo`, or `queryA` and other lookups of node:dns: the host's address was not found.
  if (syscall === "getaddrinfo" || syscall.startsWith("query")) return true;
  return (syscall === "connect" || syscall === "bind") && connectCodes.has(code);
}

/** Whether a refusal leaves open if the call ran: on a 5xx or 408, the server may have begun. */
export function refusalMayHaveRun(status: number): boolean {
  return status >= 500 || status === 408;
}

/**
 * Whether a redirect leaves open if the call ran. A server answers a POST that it has carried out with 303 "See Other"
 * (RFC 9110, section 15.4.4). A browser hides the redirect's status, and so does a custom fetch that followed it. The
 * status is then that of the target page.
 */
export function redirectMayHaveRun(status: number | undefined): boolean {
  return status === undefined || status === 303 || status < 300 || status > 399;
}
