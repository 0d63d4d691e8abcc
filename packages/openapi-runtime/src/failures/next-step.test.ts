import { describe, expect, test } from "vitest";
import type { NextStep } from "./failure.ts";
import { nextStep } from "./next-step.ts";

const call = { outcomeUnknown: false, hasOperation: true } as const;

describe("what to do next", () => {
  test("is to look first, whatever the failure is, when the call may have run", () => {
    for (const kind of [
      "http",
      "timeout",
      "connection",
      "rate-limited",
      "key-unavailable",
      "configuration",
    ] as const) {
      expect(nextStep({ ...call, kind, outcomeUnknown: true, status: 429 })).toBe("check");
    }
  });

  test.each<[NextStep, number[]]>([
    ["fix-request", [400, 404, 409, 410, 412, 413, 414, 416, 417, 418, 422, 424, 428, 451, 499]],
    ["fix-setup", [401, 402, 403, 405, 406, 407, 411, 415, 421, 426, 431, 501, 505, 511, 199, 304, 600]],
    ["retry", [408, 423, 425, 500, 502, 503, 504, 507, 508, 520, 599]],
  ])("after a refusal is %s for %j", (next, statuses) => {
    for (const status of statuses)
      expect([status, nextStep({ ...call, kind: "http", status })]).toEqual([status, next]);
  });

  test.each<[string, Parameters<typeof nextStep>[0], NextStep]>([
    ["too many calls", { ...call, kind: "rate-limited", status: 429 }, "retry"],
    ["a redirect", { ...call, kind: "redirect", status: 307 }, "fix-setup"],
    ["a hidden status", { ...call, kind: "http" }, "fix-setup"],
    ["a limit that ran out", { ...call, kind: "timeout" }, "retry"],
    ["an abort", { ...call, kind: "aborted" }, "retry"],
    ["a page in the API's place", { ...call, kind: "unexpected-response", status: 200 }, "fix-setup"],
    [
      "an answer that broke off",
      { ...call, kind: "unexpected-response", status: 200, brokenOff: true },
      "retry",
    ],
    ["a vault that is down", { ...call, kind: "key-unavailable" }, "retry"],
    ["a bad body", { ...call, kind: "configuration" }, "fix-request"],
    ["a bad option of the client", { ...call, kind: "configuration", hasOperation: false }, "fix-setup"],
  ])("after %s is told", (_, facts, next) => {
    expect(nextStep(facts)).toBe(next);
  });

  test.each<[string | undefined, NextStep]>([
    [undefined, "retry"],
    ["ECONNREFUSED", "retry"],
    ["ENOTFOUND", "retry"],
    ["ECONNRESET", "retry"],
    ["UND_ERR_SOCKET", "retry"],
    ["CERT_HAS_EXPIRED", "fix-setup"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "fix-setup"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "fix-setup"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "fix-setup"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "fix-setup"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "fix-setup"],
    ["UND_ERR_INVALID_ARG Proxy Authentication Required (407)", "fix-setup"],
    ["UND_ERR_ABORTED Proxy response (403) !== 200 when HTTP Tunneling", "fix-setup"],
    ["UND_ERR_ABORTED Proxy response (502) !== 200 when HTTP Tunneling", "retry"],
    [" fetch failed  bad port ", "fix-setup"],
  ])("after a connection that failed with %s is %s", (reason, next) => {
    expect(nextStep({ ...call, kind: "connection", reason })).toBe(next);
  });
});
