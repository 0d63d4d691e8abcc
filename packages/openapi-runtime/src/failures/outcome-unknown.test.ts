import { describe, expect, test } from "vitest";
import { neverSentMark, redirectMayHaveRun, refusalMayHaveRun, wasNeverSent } from "./outcome-unknown.ts";
import { redactCause } from "./redact-cause.ts";

/** The error of a failed fetch. Its cause has the reason, as the client keeps it. */
function failed(fields: object, message = "no"): Error {
  const reason = Object.assign(new Error(message), fields);
  return redactCause(new TypeError("fetch failed", { cause: reason }), "key");
}

const refused = { code: "ECONNREFUSED", syscall: "connect" };

describe("no request left", () => {
  test.each([
    { code: "ECONNREFUSED" },
    { code: "ENOTFOUND" },
    { code: "EAI_AGAIN" },
    { code: "ConnectionRefused" },
    { code: "UND_ERR_CONNECT_TIMEOUT" },
    { code: "UND_ERR_CLOSED" },
    { code: "UND_ERR_PRX_CONN" },
    refused,
    { code: "EHOSTUNREACH", syscall: "connect" },
    { code: "ENETUNREACH", syscall: "connect" },
    { code: "ETIMEDOUT", syscall: "connect" },
    { code: "EADDRNOTAVAIL", syscall: "bind" },
    { code: "ENOTFOUND", syscall: "getaddrinfo" },
    { code: "EAI_AGAIN", syscall: "getaddrinfo" },
    { code: "ESERVFAIL", syscall: "queryA" },
    { code: "DEPTH_ZERO_SELF_SIGNED_CERT" },
    { code: "CERT_HAS_EXPIRED" },
    { code: "ERR_TLS_CERT_ALTNAME_INVALID" },
  ])("after $code of $syscall", (fields) => {
    expect(wasNeverSent(failed(fields))).toBe(true);
  });

  test.each([
    ["ECONNRESET", "Client network socket disconnected before secure TLS connection was established"],
    ["UND_ERR_ABORTED", "Proxy response (407) !== 200 when HTTP Tunneling"],
    ["UND_ERR_INVALID_ARG", "Proxy Authentication Required (407)"],
    [undefined, "bad port"],
  ])("after %s with the text %j, and not after another text", (code, message) => {
    expect(wasNeverSent(failed({ code }, message))).toBe(true);
    expect(wasNeverSent(failed({ code }, `${message}!`))).toBe(false);
  });

  test("when a transport says so", () => {
    const marked = Object.assign(new Error("cut"), { code: "ECONNRESET", [neverSentMark]: true });
    expect(wasNeverSent(redactCause(marked, "key"))).toBe(true);
    expect(wasNeverSent(redactCause(new TypeError("wrapped", { cause: marked }), "key"))).toBe(true);
  });

  test("when each of several addresses failed so", () => {
    const unreachable = { code: "ENETUNREACH", syscall: "connect" };
    const errors = [refused, unreachable].map((fields) => Object.assign(new Error("no"), fields));
    expect(wasNeverSent(failed({ code: "ECONNREFUSED", errors }))).toBe(true);
  });
});

describe("a request may have left", () => {
  test.each([
    { code: undefined },
    { code: "ECONNRESET" },
    { code: "ECONNRESET", syscall: "connect" },
    { code: "EPIPE", syscall: "write" },
    { code: "EPIPE", syscall: "connect" },
    { code: "UND_ERR_SOCKET" },
    { code: "UND_ERR_ABORTED" },
    { code: "UND_ERR_DESTROYED" },
    { code: "ETIMEDOUT" },
    { code: "ETIMEDOUT", syscall: "read" },
    { code: "ECONNREFUSED", syscall: "read" },
    { code: "EHOSTUNREACH", syscall: "read" },
    { code: "EHOSTUNREACH" },
    { code: "ENETUNREACH", syscall: "write" },
    { code: "ENOTFOUND", syscall: "open" },
    { code: "ERR_SSL_WRONG_VERSION_NUMBER" },
    { code: "toString", syscall: "connect" },
  ])("after $code of $syscall", (fields) => {
    expect(wasNeverSent(failed(fields))).toBe(false);
  });

  test.each([
    ["one of several errors proves nothing", [refused, { code: "ECONNRESET", syscall: "read" }]],
    ["there are no errors to prove it", []],
    ["there are more of them than are kept", Array.from({ length: 17 }, () => refused)],
  ])("when %s", (_name, fields) => {
    const errors = fields.map((each) => Object.assign(new Error("no"), each));
    expect(wasNeverSent(failed({ code: "ECONNREFUSED", errors }))).toBe(false);
  });

  test("when errors lie deeper than they are kept", () => {
    const deep = Object.assign(new Error("no"), { code: "ECONNREFUSED", errors: [new Error("reset")] });
    const chain = Array.from({ length: 6 }).reduce<Error>((cause) => new Error("no", { cause }), deep);
    expect(wasNeverSent(redactCause(chain, "key"))).toBe(false);
    expect(wasNeverSent(redactCause(new Error("no", { cause: chain }), "key"))).toBe(false);
  });
});

test.each([408, 500, 502, 503, 504, 599])("with %i the call may have run", (status) => {
  expect(refusalMayHaveRun(status)).toBe(true);
});

test.each([400, 401, 409, 415, 429, 499])("with %i the call did not run", (status) => {
  expect(refusalMayHaveRun(status)).toBe(false);
});

test.each([303, undefined, 200, 299, 400, 404, 500])(
  "a redirect with status %s may be the answer to a call that ran",
  (status) => {
    expect(redirectMayHaveRun(status)).toBe(true);
  },
);

test.each([300, 301, 302, 307, 308, 399])(
  "a redirect with %i asks to send the call elsewhere: it did not run",
  (status) => {
    expect(redirectMayHaveRun(status)).toBe(false);
  },
);
