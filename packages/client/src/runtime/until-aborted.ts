/**
 * Waits for work, but no longer than a signal lasts: a custom fetch, or a key function, may not listen to it.
 * @throws the signal's reason when it aborts first; the work's own error otherwise
 */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
    const settled = (): void => signal.removeEventListener("abort", stop);
    work.finally(settled).then(resolve, reject);
  });
}
