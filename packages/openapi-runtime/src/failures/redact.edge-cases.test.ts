import { expect, test } from "vitest";
import { redactValue } from "./redact.ts";

test("objects that lie too deep to search are replaced, not only arrays", () => {
  const depth = 5_000;
  const copy = redactValue(JSON.parse(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`), "key");
  expect(JSON.stringify(copy)).toBe(`${'{"a":'.repeat(200)}"[redacted]"${"}".repeat(200)}`);
});
