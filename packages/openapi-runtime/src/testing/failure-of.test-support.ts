import type { Failure } from "../failures/failure.ts";
import { exampleFailures } from "./example-failures.test-support.ts";

/** Returns the client's failure of a call; any other result or error fails the test. */
export async function failureOf(call: () => unknown): Promise<Failure> {
  let result: unknown;
  try {
    result = await call();
  } catch (thrown) {
    const error = exampleFailures.outward(thrown);
    if (exampleFailures.isFailure(error)) return error;
    throw thrown;
  }
  throw new Error(`expected a failure, but got ${JSON.stringify(result)}`);
}
