import { neverSentMark } from "./outcome-unknown.ts";
import { redactText } from "./redact.ts";

/** How many causes of causes are kept; a chain may also run in a circle. */
const maximumDepth = 8;

/** How many errors of an AggregateError are kept. Node makes one for a host with several addresses: one for each of them. */
const mostErrors = 16;

/**
 * A copy of what somebody else threw, safe to keep as `cause`, without the key. It has name, message, code, syscall,
 * stack, causes, and the errors of an AggregateError. Code and syscall together prove whether a request left. Other
 * fields are left behind; a custom fetch may hang its whole request, headers included, on its errors.
 */
export function redactCause(thrown: unknown, key: string, depth = 1): Error {
  if (!isErrorLike(thrown)) return new Error(redactText(textOf(thrown), key));
  const keepsCause = thrown.cause !== undefined && depth < maximumDepth;
  const options = keepsCause ? { cause: redactCause(thrown.cause, key, depth + 1) } : undefined;
  const copy = new Error(redactText(thrown.message, key), options);
  const { name, stack, code, syscall, errors } = thrown;
  // Not enumerable, as on the platform's own errors, except the code and the syscall, which inspect should show.
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

/** What is left out is told as an error that proves nothing: all of them must prove that nothing was sent. */
function redactErrors(errors: readonly unknown[], key: string, depth: number): readonly Error[] {
  const kept = depth < maximumDepth ? errors.slice(0, mostErrors) : [];
  const leftOut = errors.length - kept.length;
  const copies = kept.map((error) => redactCause(error, key, depth + 1));
  return leftOut === 0 ? copies : [...copies, new Error(`${leftOut} more`)];
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
  readonly syscall?: unknown;
  readonly errors?: unknown;
  readonly cause?: unknown;
}

/** By shape, because an error of another realm (Jest gives each test file one) is no instance of our `Error`. */
function isErrorLike(value: unknown): value is ErrorLike {
  return (
    typeof value === "object" && value !== null && "message" in value && typeof value.message === "string"
  );
}

/**
 * A word that may be a key: long, with letters and digits. Nobody knows what a key provider puts into its messages, and the key
 * that it failed to give is not known here.
 */
const mayBeKey = /(?=[^\s"']*[A-Za-z])(?=[^\s"']*\d)[^\s"']{8,}/g;

/** A copy of what an `apiKey` function threw: name, code and message, without words that may be a key; no stack, no causes' stacks. */
export function redactKeyProvider(thrown: unknown, lastKey: string): Error {
  return withoutKeys(redactCause(thrown, lastKey));
}

/** Longer texts are cut: what a vault says in one line is enough. */
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
