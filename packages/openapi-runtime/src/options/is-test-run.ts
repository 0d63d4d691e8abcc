/** Variables set by runners (each was tried): vitest, Jest, node:test, Playwright, tap, mocha in parallel. */
const setByRunners = [
  "VITEST",
  "VITEST_WORKER_ID",
  "JEST_WORKER_ID",
  "NODE_TEST_CONTEXT",
  "TEST_WORKER_INDEX",
  "TAP",
  "MOCHA_WORKER_ID",
];

/** Name of a test file, for one started directly or by `deno test`, which set no variable. */
const testFile = /(?:^|[._\-/\\])(?:test|spec)\.[cm]?[jt]sx?$/;

/**
 * Whether this code runs in a test, as far as it can be detected.
 * @param readVariable - reads an environment variable
 */
export function isTestRun(readVariable: (name: string) => string | undefined): boolean {
  // Bun and AVA set this variable too.
  if (readVariable("NODE_ENV") === "test" || setByRunners.some((name) => readVariable(name))) return true;
  const { process, describe, it } = globalThis as {
    readonly process?: { readonly argv?: readonly string[]; readonly execArgv?: readonly string[] };
    readonly describe?: unknown;
    readonly it?: unknown;
  };
  // mocha and Jasmine set no variable, but define these functions.
  if (typeof describe === "function" && typeof it === "function") return true;
  // `node --test --test-isolation=none` runs tests in its own process.
  return process?.execArgv?.includes("--test") === true || testFile.test(process?.argv?.[1] ?? "");
}
