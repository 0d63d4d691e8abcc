import { defineConfig } from "vitest/config";

// Stryker runs the tests in worker threads, where setting TZ has no effect; one test needs a zone that is not UTC.
process.env.TZ = "Asia/Kolkata";

/** The tests beside the request path. The suites of faults and fuzz would run for hours, once for each mutant. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    exclude: ["src/faults/**", "src/fuzz/**"],
    // A mutant that waits for ever is found sooner than by Stryker, which starts a new process for it.
    testTimeout: 4_000,
  },
});
