import { describe, expect, test } from "vitest";
import type { ConfigurationError as ConfigurationFailure } from "../failures/failure.ts";
import { exampleFailures } from "../testing/example-failures.test-support.ts";
import { resolveBaseUrl } from "./base-url.ts";

const { ConfigurationError } = exampleFailures;

function refusalOf(baseUrl: unknown): ConfigurationFailure {
  try {
    resolveBaseUrl(baseUrl);
  } catch (thrown) {
    const error = exampleFailures.outward(thrown);
    if (error instanceof ConfigurationError) return error as ConfigurationFailure;
  }
  throw new Error("the base URL was not refused");
}

describe("a base URL", () => {
  test.each([
    ["https://api.example.com", "https://api.example.com"],
    ["https://API.example.com:8443/", "https://api.example.com:8443"],
    ["https://api.example.com//v1///area//", "https://api.example.com/v1/area"],
    ["https://api.example.com/a/../b", "https://api.example.com/b"],
    ["http://localhost:3000/", "http://localhost:3000"],
    ["http://127.0.0.1:3000", "http://127.0.0.1:3000"],
    ["http://127.5.6.7", "http://127.5.6.7"],
    ["http://[::1]:3000", "http://[::1]:3000"],
  ])("of %s becomes %s", (given, normalised) => {
    expect(resolveBaseUrl(given)).toBe(normalised);
  });

  test.each([
    "http://api.example.com",
    "http://localhost.example.com",
    "http://127.0.0.1.example.com",
    "http://10.0.0.1",
    "http://0.0.0.0",
    "ftp://api.example.com",
    "javascript:alert(1)",
  ])("of %s is refused, because the key would travel unencrypted", (baseUrl) => {
    expect(refusalOf(baseUrl).message).toBe(
      "`baseUrl` must use https: (http: only for localhost, 127.0.0.0/8 and [::1]; " +
        "for a mock in a container, `dangerouslyAllowHttp`).",
    );
  });

  test.each(["http://np6-mock:4010", "http://host.docker.internal:4010", "http://0.0.0.0:4010"])(
    "of %s is accepted from whoever says so in an alarming word",
    (baseUrl) => {
      expect(resolveBaseUrl(baseUrl, true)).toBe(baseUrl);
      expect(() => resolveBaseUrl(baseUrl, false)).toThrow("`dangerouslyAllowHttp`");
    },
  );

  test("of another protocol is refused all the same", () => {
    expect(() => resolveBaseUrl("ftp://np6-mock", true)).toThrow("must use https:");
  });

  test.each([undefined, null, "", " ", "\t\r\n"])(
    "without a value (%j) is refused, and the message tells what to look at",
    (baseUrl) => {
      expect(refusalOf(baseUrl).message).toBe(
        "`baseUrl` is given, but has no value: is its environment variable set, and spelled right? Set it; " +
          "only without the option `baseUrl` does the client call the vendor's server.",
      );
    },
  );

  test("with credentials is refused without repeating them", () => {
    for (const baseUrl of ["hunter2@", "user:hunter2@"].map((part) => `https://${part}api.example.com`)) {
      expect(refusalOf(baseUrl).message).toBe("`baseUrl` must not contain credentials.");
    }
  });

  test.each([
    "https://api.example.com?key=hunter2",
    "https://api.example.com/#hunter2",
    "https://api.example.com/?",
  ])("of %s is refused for its query or fragment", (baseUrl) => {
    expect(refusalOf(baseUrl).message).toBe("`baseUrl` must not contain a query or fragment.");
  });

  test.each(["api.example.com/hunter2", "/hunter2", "undefined", "https://"])(
    "of %j is refused as not absolute, without repeating it",
    (baseUrl) => {
      const { message } = refusalOf(baseUrl);
      expect(message).toContain("`baseUrl` is not an absolute URL");
      expect(message).not.toContain("hunter2");
    },
  );

  test.each([false, 7, new URL("https://api.example.com")])(
    "that is no string (%s) is refused",
    (baseUrl) => {
      expect(refusalOf(baseUrl).message).toContain("`baseUrl` must be a string");
    },
  );
});
