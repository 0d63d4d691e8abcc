/** undici takes errors only; what aborts a signal or cancels a body can be anything. */
export function asError(reason: unknown, message: string): Error {
  return reason instanceof Error ? reason : new Error(message, { cause: reason });
}
