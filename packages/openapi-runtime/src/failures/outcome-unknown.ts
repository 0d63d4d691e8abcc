/** Set on an error by a transport that knows that it never handed the request to a connection. */
export const neverSentMark: unique symbol = Symbol.for("@np6/openapi-runtime/never-sent");

/** Codes that a runtime or undici gives to what fails before there is a connection, and to nothing else. */
const codesWithoutConnection: ReadonlySet<string> = new Set([
  // No dispatcher takes a new request after `close`. Not UND_ERR_DESTROYED: `destroy` gives it to requests under way, too.
  "UND_ERR_CLOSED",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_PRX_CONN",
  "UND_ERR_PRX_TLS",
  // Bun before 1.4.
  "ConnectionRefused",
  // A certificate that the client refuses. It does so before the first byte of the request (Node, `onConnectSecure` of node:tls).
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

/** Codes that are proof only when making the connection failed; while reading, some of them mean that a connection broke. */
const codesOfConnect: ReadonlySet<string> = new Set([
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

/** Codes that some runtimes give without a syscall (Bun), for a refused connection and a name that does not resolve. */
const codesWithoutSyscall: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

/**
 * What has no code of its own, by its exact text: a TLS handshake that was cut (node:tls), and a proxy that refuses
 * CONNECT. Also a proxy that asks for a password (undici), and a port that fetch blocks (Fetch standard).
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
 * Whether a connection failed in a way that only a request can which never left. What is not proved may have left.
 * @param failure - a copy by `redactCause`. Of several errors at once (one for each address of a host) all must prove it
 */
export function wasNeverSent(failure: Error): boolean {
  if (isMarkedNeverSent(failure)) return true;
  const { message, cause, code, syscall, errors }: SystemError = failure;
  if (Array.isArray(errors)) return errors.length > 0 && errors.every(isProof);
  const known = typeof code === "string" ? code : "";
  if (provingTexts.get(known)?.test(message)) return true;
  if (known === "") return isProof(cause);
  return codesWithoutConnection.has(known) || failedToConnect(known, syscall);
}

/** Whether a transport of ours says that it never handed the request to a connection. */
export function isMarkedNeverSent(failure: unknown): boolean {
  return typeof failure === "object" && failure !== null && neverSentMark in failure;
}

function isProof(value: unknown): boolean {
  return value instanceof Error && wasNeverSent(value);
}

/** By code and syscall: `connect ETIMEDOUT` is a connection that nobody answered, `read ETIMEDOUT` is one that broke. */
function failedToConnect(code: string, syscall: unknown): boolean {
  if (typeof syscall !== "string") return codesWithoutSyscall.has(code);
  // `getaddrinfo`, or `queryA` and the like of a lookup by node:dns: whatever it was, there was no address.
  if (syscall === "getaddrinfo" || syscall.startsWith("query")) return true;
  return (syscall === "connect" || syscall === "bind") && codesOfConnect.has(code);
}

/** Whether a refusal leaves open if the call ran: the server broke (5xx) or gave up (408) after it may have begun. */
export function refusalMayHaveRun(status: number): boolean {
  return status >= 500 || status === 408;
}

/**
 * Whether a redirect leaves open if the call ran. "See Other" is how a server answers a POST that it has carried out
 * (RFC 9110, section 15.4.4). A browser does not tell which redirect it was, and neither does a custom fetch that
 * followed one. The status is then that of the page behind it, whatever that says.
 */
export function redirectMayHaveRun(status: number | undefined): boolean {
  return status === undefined || status === 303 || status < 300 || status > 399;
}
