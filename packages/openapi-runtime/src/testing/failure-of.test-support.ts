import { isNp6Error, type Np6Failure } from "../failures/is-np6-error.ts";

/** The failure of ours that a call ends with; anything else fails the test. */
export async function failureOf(call: () => unknown): Promise<Np6Failure> {
  let result: unknown;
  try {
    result = await call();
  } catch (error) {
    if (isNp6Error(error)) return error;
    throw error;
  }
  throw new Error(`expected a failure, but got ${JSON.stringify(result)}`);
}
