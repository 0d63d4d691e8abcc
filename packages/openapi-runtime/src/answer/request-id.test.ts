import { expect, test } from "vitest";
import { readRequestId } from "./answer-headers.ts";

const read = (value: string | null) =>
  readRequestId({ get: () => value }, { requestId: "x-request-id" }, (text) =>
    text === null ? undefined : text.replace("s3cret", "[redacted]"),
  );

test.each([
  "7f3c9a52-5d0e-4b1e-9a63-2c1f0d8e4b77",
  "r-1",
  "Root=1-5759e988;Self=1",
  "x".repeat(128),
  "a[redacted]",
])("%s is one", (id) => {
  expect(read(id)).toBe(id);
});

test.each([null, "", "Jane Doe", "a, b", "caf\u00e9", "a\u0007b", "x".repeat(129)])("%j is none", (id) => {
  expect(read(id)).toBeUndefined();
});

test("the key is taken out first", () => {
  expect(read("a-s3cret")).toBe("a-[redacted]");
});

test("of an API that describes no such header, none is read", () => {
  expect(readRequestId({ get: () => "r-1" }, {}, (text) => text ?? undefined)).toBeUndefined();
});
