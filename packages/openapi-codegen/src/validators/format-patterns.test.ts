import addFormats, { type FormatName } from "ajv-formats";
import { describe, expect, it } from "vitest";
import { formatPatterns } from "./format-patterns.ts";

/** Checks a text with the full implementation of ajv-formats. */
function reference(name: FormatName, text: string): boolean {
  const format = addFormats.default.get(name, "full");
  if (format instanceof RegExp) return format.test(text);
  if (typeof format !== "object" || !("validate" in format)) throw new Error(`${name} cannot be asked`);
  return (format.validate as (text: string) => boolean)(text);
}

const pad = (value: number, length = 2) => String(value).padStart(length, "0");

it("a date is one that the calendar has, over the 400 years after which it repeats, and at its ends", () => {
  const wrong: string[] = [];
  for (const year of [0, 4, 9999, ...Array.from({ length: 400 }, (_, index) => 1900 + index)]) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
        if (formatPatterns.date?.test(date) !== reference("date", date)) wrong.push(date);
      }
    }
  }
  expect(wrong).toEqual([]);
});

describe.each(["date-time", "time"] as const)("a %s", (name) => {
  const date = name === "time" ? "" : "2026-03-02T";

  it.each(["00:00:00Z", "23:59:59z", "09:15:00.123456+02:00", "09:15:00-23:59", "23:59:60Z"])(
    "can be %s",
    (time) => {
      expect(formatPatterns[name]?.test(date + time)).toBe(true);
      expect(reference(name, date + time)).toBe(true);
    },
  );

  it.each([
    "09:15:00",
    "24:00:00Z",
    "09:60:00Z",
    "09:15:61Z",
    "09:15Z",
    "09:15:00.Z",
    "09:15:00+24:00",
    "9:15:00Z",
  ])("cannot be %s", (time) => {
    expect(formatPatterns[name]?.test(date + time)).toBe(false);
    expect(reference(name, date + time)).toBe(false);
  });
});

it.each([
  ["byte", "", true],
  ["byte", "YQ==", true],
  ["byte", "YWI=", true],
  ["byte", "YQ", false],
  ["byte", "YQ==\n", false],
  ["uuid", "123E4567-e89b-12d3-a456-426614174000", true],
  ["uuid", "123e4567e89b12d3a456426614174000", false],
  ["email", "a@example.com", true],
  ["email", "a", false],
  ["uri", "https://example.com/?a#b", true],
  ["uri", "/a", false],
  ["ipv4", "127.0.0.1", true],
  ["ipv4", "127.0.0.256", false],
])("the format %s of %j: %s", (name, text, fits) => {
  expect(formatPatterns[name]?.test(text)).toBe(fits);
});

it("a format that is not known is no rule", () => {
  expect(Object.keys(formatPatterns)).not.toContain("password");
  expect(Object.keys(formatPatterns)).not.toContain("binary");
});
