import type { RuntimeName } from "./runtime-name.ts";

/**
 * Known differences of a runtime, by the name of the case, in the words that the case observes. The table in README.md
 * lists the same.
 */
export const knownDifferences: Readonly<Record<string, Partial<Record<RuntimeName, string>>>> = {
  "a refused connection: is the outcome known?": {
    // Their errors contain no code for it.
    Deno: "connection, outcome unknown",
    workerd: "connection, outcome unknown",
    Chromium: "connection, outcome unknown",
  },
  "status and request id of a redirect": {
    // Fetch standard: an opaque redirect, whose status and headers a page may not see.
    Chromium: "no status, no request id",
  },
  "a reused connection that is closed after the request": {
    Deno: "sent twice, succeeds",
    Chromium: "sent twice, succeeds",
  },
  "a reused connection that is reset after the request": {
    Deno: "sent twice, succeeds",
    Chromium: "sent twice, succeeds",
  },
  "a 421": {
    "Node 20": "sent twice, fails as http",
    "Node 22": "sent twice, fails as http",
    "Node 24": "sent twice, fails as http",
    "Node 26": "sent twice, fails as http",
    Chromium: "sent twice, fails as http",
  },
};
