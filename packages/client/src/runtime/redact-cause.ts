import { redactText } from "./redact.ts";

/** How many causes of causes are kept; a chain may also run in a circle. */
const maximumDepth = 8;

/**
 * A copy of what somebody else threw, safe to keep as `cause`: name, message, code and stack, without the key.
 * Other fields are left behind; a custom fetch may hang its whole request, headers included, on its errors.
 */
export function redactCause(thrown: unknown, key: string, depth = 1): Error {
  if (!isErrorLike(thrown)) return new Error(redactText(textOf(thrown), key));
  const keepsCause = thrown.cause !== undefined && depth < maximumDepth;
  const options = keepsCause ? { cause: redactCause(thrown.cause, key, depth + 1) } : undefined;
  const copy = new Error(redactText(thrown.message, key), options);
  const copied = { name: thrown.name, stack: thrown.stack, code: thrown.code };
  for (const [name, value] of Object.entries(copied)) {
    if (typeof value !== "string") continue;
    // Not enumerable, as on the platform's own errors, except the code, which inspect should show.
    const enumerable = name === "code";
    Object.defineProperty(copy, name, { value: redactText(value, key), enumerable, configurable: true });
  }
  return copy;
}

/** Anything can be thrown, or be the reason of an abort, also what cannot be turned into a string. */
function textOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return "something was thrown that has no text";
  }
}

/** The system's word for a failure (`ECONNREFUSED`, `UND_ERR_SOCKET`), from a copy or what caused it. */
export function causeCode(copy: Error): string | undefined {
  if ("code" in copy && typeof copy.code === "string") return copy.code;
  return copy.cause instanceof Error ? causeCode(copy.cause) : undefined;
}

interface ErrorLike {
  readonly message: string;
  readonly name?: unknown;
  readonly stack?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** By shape, because an error of another realm (Jest gives each test file one) is no instance of our `Error`. */
function isErrorLike(value: unknown): value is ErrorLike {
  return (
    typeof value === "object" && value !== null && "message" in value && typeof value.message === "string"
  );
}
