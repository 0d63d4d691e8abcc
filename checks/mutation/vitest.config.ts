import { defineConfig } from "vitest/config";

// Stryker runs the tests in worker threads, where setting TZ has no effect; one test needs a zone other than UTC.
process.env.TZ = "Asia/Kolkata";

/** The unit tests of the request path. The suites of faults and fuzz would take hours with every mutant. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    exclude: ["src/faults/**", "src/fuzz/**"],
    // Shorter than Stryker's own limit, after which it starts a new process for the mutant.
    testTimeout: 4_000,
  },
});
