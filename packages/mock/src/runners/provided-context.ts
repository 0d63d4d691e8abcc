import type {} from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Set by `@np6/api-mock/vitest-setup`: where the Prism listens that all test files share. */
    np6MockPrismUrl?: string;
  }
}

/** The name under which the global setup tells the test files where Prism listens. */
export const prismUrlName = "np6MockPrismUrl";
