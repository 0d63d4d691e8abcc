import { expect, test } from "vitest";
import { resolveBaseUrl } from "./base-url.ts";

test.each(["ftp://localhost", "ws://127.0.0.1", "file://localhost/etc"])(
  "%s is refused although it is on this machine",
  (url) => {
    expect(() => resolveBaseUrl(url)).toThrow("must use https:");
  },
);

test("every address of this machine is one, also with more digits", () => {
  expect(resolveBaseUrl("http://127.10.200.30")).toBe("http://127.10.200.30");
});

test.each(["https://:secret@api.example.com", "https://user@api.example.com"])(
  "half of a credential is one: %s",
  (url) => {
    expect(() => resolveBaseUrl(url)).toThrow("must not contain credentials");
  },
);
