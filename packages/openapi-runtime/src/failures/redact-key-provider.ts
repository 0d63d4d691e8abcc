import { redactCause } from "./redact-cause.ts";

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
  const { name } = error;
  Object.defineProperty(redacted, "name", {
    value: withoutWords(name),
    configurable: true,
  });
  Object.defineProperty(redacted, "stack", {
    value: `${redacted.name}: ${redacted.message}`,
    configurable: true,
  });
  if ("code" in error && typeof error.code === "string") {
    const code = withoutWords(error.code);
    Object.defineProperty(redacted, "code", { value: code, enumerable: true, configurable: true });
  }
  return redacted;
}
