import { Refusal } from "../failures/refusal.ts";

/** Returns the result of a check, or undefined when it refuses; any other error fails the test. */
export function unlessRefused<Result>(check: () => Result): Result | undefined {
  try {
    return check();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
