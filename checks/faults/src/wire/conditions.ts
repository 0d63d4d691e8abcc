/** Promises that wait for a condition on an object that reports its changes. */
export class Conditions {
  readonly #waiting = new Set<{ test: () => void; stop: (reason: Error) => void }>();
  #stopped: Error | undefined;

  /**
   * @param describe - describes the object, for the message after the timeout
   * @throws Error when the condition was not true in time, or `stop` was called
   */
  until(condition: () => boolean, timeoutMilliseconds: number, describe: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const settle = (end: () => void) => {
        clearTimeout(timer);
        this.#waiting.delete(waiter);
        end();
      };
      const waiter = {
        test: () => {
          try {
            if (condition()) settle(resolve);
          } catch (error) {
            settle(() => reject(error));
          }
        },
        stop: (reason: Error) => settle(() => reject(reason)),
      };
      this.#waiting.add(waiter);
      waiter.test();
      if (!this.#waiting.has(waiter)) return;
      if (this.#stopped) return waiter.stop(this.#stopped);
      timer = setTimeout(() => {
        waiter.stop(new Error(`The condition did not hold within ${timeoutMilliseconds} ms. ${describe()}`));
      }, timeoutMilliseconds);
    });
  }

  /** Tests every waiting condition again. */
  test(): void {
    for (const waiter of [...this.#waiting]) waiter.test();
  }

  /** Rejects all waiting promises, and later ones whose condition is not true at once. */
  stop(reason: Error): void {
    this.#stopped = reason;
    for (const waiter of [...this.#waiting]) waiter.stop(reason);
  }
}
