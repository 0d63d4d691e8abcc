import { describe, expect, test } from "vitest";
import { connectionOutcomeUnknown, refusalOutcomeUnknown } from "./outcome-unknown.ts";

describe("after a failed connection", () => {
  test.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "ConnectionRefused"])(
    "%s says that the call was never sent",
    (code) => {
      expect(connectionOutcomeUnknown(false, code)).toBe(false);
    },
  );

  test.each(["ECONNRESET", "UND_ERR_SOCKET", "ETIMEDOUT", "EPIPE", undefined])(
    "%s leaves open if the call ran",
    (code) => {
      expect(connectionOutcomeUnknown(false, code)).toBe(true);
    },
  );

  test("an idempotent call may simply be repeated", () => {
    expect(connectionOutcomeUnknown(true, "ECONNRESET")).toBe(false);
  });
});

describe("after a refusal", () => {
  test.each([408, 500, 502, 503, 504, 599])("with %i the call may have run", (status) => {
    expect(refusalOutcomeUnknown(false, status)).toBe(true);
    expect(refusalOutcomeUnknown(true, status)).toBe(false);
  });

  test.each([400, 401, 409, 415, 429, 499])("with %i the call did not run", (status) => {
    expect(refusalOutcomeUnknown(false, status)).toBe(false);
  });
});
