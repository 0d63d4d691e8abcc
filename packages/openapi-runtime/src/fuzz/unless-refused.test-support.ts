import { ConfigurationError } from "../failures/configuration-error.ts";

/** What a check returns, or undefined when it refuses; any other error goes through and fails the test. */
export function unlessRefused<Result>(check: () => Result): Result | undefined {
  try {
    return check();
  } catch (error) {
    if (error instanceof ConfigurationError) return undefined;
    throw error;
  }
}
