import { expect, test } from "vitest";
import { redirectMayHaveRun, refusalMayHaveRun, wasNeverSent } from "./outcome-unknown.ts";

test.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "ConnectionRefused"])(
  "after %s no request left",
  (code) => {
    expect(wasNeverSent(code)).toBe(true);
  },
);

test.each(["ECONNRESET", "UND_ERR_SOCKET", "ETIMEDOUT", "EPIPE", undefined])(
  "after %s a request may have left",
  (code) => {
    expect(wasNeverSent(code)).toBe(false);
  },
);

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
