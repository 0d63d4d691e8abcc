import * as fc from "fast-check";
import { expect, test } from "vitest";
import { resolveBaseUrl } from "../options/base-url.ts";
import { assertProperty } from "./assert-property.test-support.ts";
import { unlessRefused } from "./unless-refused.test-support.ts";

const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ["https", "http", "ftp"] }),
  fc
    .tuple(
      fc.constantFrom("https://", "http://", "HTTPS://", "http:", "//", ""),
      fc.constantFrom(
        "api.example.com",
        "localhost",
        "127.0.0.1",
        "[::1]",
        "user:secret@api.example.com",
        "127.0.0.1.example.com",
      ),
      fc.constantFrom("", ":8080", ":"),
      fc.string({ unit: fc.constantFrom(..."/a.?#\\@ ") }),
    )
    .map((parts) => parts.join("")),
  fc.string(),
);

test("whatever is accepted is encrypted or on this machine, and nothing but origin and path", () => {
  assertProperty(url, (value) => {
    const resolved = unlessRefused(() => resolveBaseUrl(value));
    if (resolved === undefined) return;
    const { protocol, hostname, username, password, search, hash, pathname } = new URL(resolved);
    expect(protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname)).toBe(true);
    expect(username + password + search + hash).toBe("");
    expect(pathname).not.toMatch(/\/\//);
    expect(resolved).not.toMatch(/\/$/);
    expect(new URL(resolved).origin).toBe(new URL(value).origin);
  });
});

test("what was accepted once is accepted again and stays the same", () => {
  assertProperty(url, (value) => {
    const resolved = unlessRefused(() => resolveBaseUrl(value));
    if (resolved !== undefined) expect(resolveBaseUrl(resolved)).toBe(resolved);
  });
});
