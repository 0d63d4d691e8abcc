import { Refusal } from "../failures/refusal.ts";

/** What a check returns, or undefined when it refuses; any other error goes through and fails the test. */
export function unlessRefused<Result>(check: () => Result): Result | undefined {
  try {
    return check();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
