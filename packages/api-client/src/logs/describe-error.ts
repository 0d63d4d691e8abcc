import { isNp6Error } from "@np6/api-client";

/** An error as a log line has it. A failure of the client also has the fields of its JSON, such as `kind` and `next`. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  readonly cause?: LoggedError;
  readonly [field: string]: unknown;
}

/** More causes than any error has that somebody made. */
const deepest = 10;

/**
 * Describes an error as plain data: its name, message, stack and code, and its causes. Of a failure of the client also what its JSON
 * has. There is no body, no key, and no field of an error of somebody else, since that can hold a request with its headers.
 */
export function describeError(error: Error): LoggedError {
  return describe(error, deepest);
}

function describe(error: Error, depth: number): LoggedError {
  const { name, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  const fields: Readonly<Record<string, unknown>> = isNp6Error(error) ? { ...error.toJSON() } : {};
  return {
    type: name,
    message,
    ...fields,
    ...(stack === undefined ? {} : { stack: withoutFields(stack) }),
    ...(typeof code === "string" ? { code } : {}),
    ...(cause instanceof Error && depth > 0 ? { cause: describe(cause, depth - 1) } : {}),
  };
}

/** The stack of a failure ends with its fields, for whoever gets a clone of it; here they stand beside it. */
const withoutFields = (stack: string): string => stack.replace(/\n *\[np6 \{.*\}\]$/s, "");
