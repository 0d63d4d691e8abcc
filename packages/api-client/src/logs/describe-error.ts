import { isNp6Error } from "@np6/api-client";

/** An error in a log line. A failure of the client also has the fields of its JSON, such as `kind` and `next`. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  readonly cause?: LoggedError;
  readonly [field: string]: unknown;
}

/** Largest number of nested causes; real errors have fewer. */
const deepest = 10;

/**
 * Describes an error as plain data: name, message, stack, code and causes. A failure of the client also has the fields
 * of its JSON, without body and key. Other errors' own fields are omitted: they can contain a request's headers.
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

/** Removes the fields at the end of a failure's stack. They exist for clones; a log line has them separately. */
const withoutFields = (stack: string): string => stack.replace(/\n *\[np6 \{.*\}\]$/s, "");
