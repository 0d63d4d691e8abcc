import { neverSentMark } from "./outcome-unknown.ts";
import { redactText } from "./redact.ts";

/** Largest number of nested causes that are kept; a chain may also be circular. */
const maximumDepth = 8;

/** Largest number of errors kept of an AggregateError. Node makes one error for each address of a host. */
const mostErrors = 16;

/**
 * Copies a thrown value for use as `cause`, without the key. The copy has name, message, code, syscall, stack, causes,
 * and the errors of an AggregateError. Code and syscall together prove whether a request left. Other fields are
 * dropped: a custom fetch may attach its whole request, headers included, to its errors.
 */
export function redactCause(thrown: unknown, key: string, depth = 1): Error {
  if (!isErrorLike(thrown)) return new Error(redactText(textOf(thrown), key));
  const keepsCause = thrown.cause !== undefined && depth < maximumDepth;
  const options = keepsCause ? { cause: redactCause(thrown.cause, key, depth + 1) } : undefined;
  const copy = new Error(redactText(thrown.message, key), options);
  const { name, stack, code, syscall, errors } = thrown;
  // Not enumerable, as on the platform's own errors. Code and syscall are enumerable, so that `inspect` shows them.
  for (const [field, value] of Object.entries({ name, stack, code, syscall })) {
    if (typeof value !== "string") continue;
    define(copy, field, redactText(value, key), field === "code" || field === "syscall");
  }
  if (Array.isArray(errors)) define(copy, "errors", redactErrors(errors, key, depth), false);
  if (neverSentMark in thrown) define(copy, neverSentMark, true, false);
  return copy;
}

function define(copy: Error, name: PropertyKey, value: unknown, enumerable: boolean): void {
  Object.defineProperty(copy, name, { value, enumerable, configurable: true });
}

/** Replaces the dropped errors by one that proves nothing: only if all errors prove it, nothing was sent. */
function redactErrors(errors: readonly unknown[], key: string, depth: number): readonly Error[] {
  const kept = depth < maximumDepth ? errors.slice(0, mostErrors) : [];
  const omitted = errors.length - kept.length;
  const copies = kept.map((error) => redactCause(error, key, depth + 1));
  return omitted === 0 ? copies : [...copies, new Error(`${omitted} more`)];
}

/** Any value can be thrown, or be the reason of an abort, even one that cannot be converted to a string. */
function textOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return "the thrown value has no text";
  }
}

/** Finds the system's code of a failure (`ECONNREFUSED`, `UND_ERR_SOCKET`) in a copy or its causes. */
export function causeCode(copy: Error): string | undefined {
  if ("code" in copy && typeof copy.code === "string") return copy.code;
  return copy.cause instanceof Error ? causeCode(copy.cause) : undefined;
}

interface ErrorLike {
  readonly message: string;
  readonly name?: unknown;
  readonly stack?: unknown;
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly errors?: unknown;
  readonly cause?: unknown;
}

/** Compares the shape: an error of another realm (Jest makes one per test file) is not an instance of our `Error`. */
function isErrorLike(value: unknown): value is ErrorLike {
  return (
    typeof value === "object" && value !== null && "message" in value && typeof value.message === "string"
  );
}

/**
 * Matches a word that may be a key: long, with letters and digits. A key provider's message may contain any text, and
 * the key that the provider failed to return is unknown here.
 */
const mayBeKey = /(?=[^\s"']*[A-Za-z])(?=[^\s"']*\d)[^\s"']{8,}/g;

/** Copies the error of an `apiKey` function, without words that may be a key and without stack traces. */
export function redactKeyProvider(thrown: unknown, lastKey: string): Error {
  return withoutKeys(redactCause(thrown, lastKey));
}

/** Longest text that is kept, in characters: one line of a vault's message is enough. */
const longest = 1_000;

const withoutWords = (text: string): string => text.slice(0, longest).replaceAll(mayBeKey, "[redacted]");

function withoutKeys(error: Error): Error {
  const cause = error.cause instanceof Error ? { cause: withoutKeys(error.cause) } : undefined;
  const redacted = new Error(withoutWords(error.message), cause);
  define(redacted, "name", withoutWords(error.name), false);
  define(redacted, "stack", `${redacted.name}: ${redacted.message}`, false);
  const { code } = error as ErrorLike;
  if (typeof code === "string") define(redacted, "code", withoutWords(code), true);
  return redacted;
}
