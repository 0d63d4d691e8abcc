import { describe, expect, test } from "vitest";
import { parseRetryAfter, serverTime } from "./retry-after.ts";

/** A Sunday, 8:49:37 UTC: the example date of RFC 9110. */
const example = Date.UTC(1994, 10, 6, 8, 49, 37);
const now = example - 5_000;

describe("Retry-After in seconds", () => {
  test.each([
    ["0", 0],
    ["1", 1_000],
    ["007", 7_000],
    [" 2\t", 2_000],
    ["120", 120_000],
    ["2147484", 2_147_484_000],
    ["99999999999", 99_999_999_999_000],
  ])("%j is %d ms", (value, milliseconds) => {
    expect(parseRetryAfter(value, now)).toBe(milliseconds);
  });

  test.each(["9007199254740992", "9".repeat(400)])(
    "that no number holds stay a very long time (%s)",
    (value) => {
      expect(parseRetryAfter(value, now)).toBe(Number.MAX_SAFE_INTEGER);
    },
  );
});

describe("Retry-After with a date", () => {
  test.each([
    ["the form of today", "Sun, 06 Nov 1994 08:49:37 GMT"],
    ["RFC 850", "Sunday, 06-Nov-94 08:49:37 GMT"],
    ["asctime, a day of one digit", "Sun Nov  6 08:49:37 1994"],
    ["white space around it", "  Sun, 06 Nov 1994 08:49:37 GMT "],
  ])("in %s is the time until then", (_form, value) => {
    expect(parseRetryAfter(value, now)).toBe(5_000);
  });

  test("of two digits in asctime is understood too", () => {
    expect(parseRetryAfter("Wed Nov 16 08:49:37 1994", example)).toBe(10 * 86_400_000);
  });

  test("in RFC 850 of this century is not read as one of the last", () => {
    expect(parseRetryAfter("Monday, 23-Nov-26 12:00:01 GMT", Date.UTC(2026, 10, 23, 12))).toBe(1_000);
  });

  test("in asctime is UTC wherever the program runs", () => {
    const zone = process.env.TZ;
    process.env.TZ = "America/New_York";
    try {
      expect(new Date(example).getTimezoneOffset()).not.toBe(0);
      expect(parseRetryAfter("Sun Nov  6 08:49:37 1994", now)).toBe(5_000);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test.each([
    ["this very moment", example],
    ["the past", example + 1],
    ["the far past", example + 365 * 86_400_000],
  ])("in %s is absent", (_when, later) => {
    expect(parseRetryAfter("Sun, 06 Nov 1994 08:49:37 GMT", later)).toBeUndefined();
  });
});

describe("Retry-After that is absent", () => {
  test("when there is none", () => {
    expect(parseRetryAfter(null, now)).toBeUndefined();
  });

  test.each([
    ["empty", ""],
    ["white space", "  "],
    ["negative", "-1"],
    ["with a sign", "+1"],
    ["a fraction", "1.5"],
    ["an exponent", "1e3"],
    ["hexadecimal", "0x10"],
    ["with a unit", "10s"],
    ["two numbers", "1 2"],
    ["repeated", "1, 1"],
    ["repeated, different", "1, 90"],
    ["digits of another script", "١٢"],
    ["a word", "soon"],
    ["Infinity", "Infinity"],
    ["a date that was repeated", "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT"],
    ["a date in ISO 8601", "1994-11-06T08:49:37Z"],
    ["a date with an offset", "Sun, 06 Nov 1994 08:49:37 +0000"],
    ["a date without a zone", "Sun, 06 Nov 1994 08:49:37"],
    ["a date that does not exist", "Mon, 32 Foo 2026 25:61:61 GMT"],
    ["an asctime date that does not exist", "Sun Foo 96 08:49:37 1994"],
    ["garbage before a date", "at Sun, 06 Nov 1994 08:49:37 GMT"],
    ["garbage after a date", "Sun, 06 Nov 1994 08:49:37 GMT+1"],
  ])("when it is %s", (_name, value) => {
    expect(parseRetryAfter(value, now)).toBeUndefined();
  });
});

describe("the server's time", () => {
  test("is what the answer says, whatever our clock says", () => {
    expect(serverTime(" Sun, 06 Nov 1994 08:49:37 GMT", 1)).toBe(example);
    const oneHourFast = example + 3_600_000;
    const now = serverTime("Sun, 06 Nov 1994 08:49:37 GMT", oneHourFast);
    expect(parseRetryAfter("Sun, 06 Nov 1994 08:49:39 GMT", now)).toBe(2_000);
  });

  test.each([null, "", "soon", "1994-11-06"])("is ours when it says %j", (date) => {
    expect(serverTime(date, 42)).toBe(42);
  });
});
