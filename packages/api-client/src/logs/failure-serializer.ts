import { isNp6Error } from "@np6/api-client";
import { describeError, type LoggedError } from "./describe-error.ts";

/**
 * Makes a serializer for pino.
 * @param others serialises errors without a failure of the client, such as pino's own `stdSerializers.err`. Default:
 *   `describeError`
 * @example
 * const log = pino({ serializers: { err: failureSerializer(pino.stdSerializers.err) } });
 */
export function failureSerializer(
  others: (error: Error) => unknown = describeError,
): (error: unknown) => LoggedError | unknown {
  return (error) => {
    if (!(error instanceof Error)) return error;
    return hasFailure(error) ? describeError(error) : others(error);
  };
}

function hasFailure(error: Error): boolean {
  for (
    let [current, depth]: [unknown, number] = [error, 0];
    current instanceof Error && depth < 10;
    depth += 1
  ) {
    if (isNp6Error(current)) return true;
    current = current.cause;
  }
  return false;
}
