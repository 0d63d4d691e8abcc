/** Promises that wait for a condition on something that reports its changes. */
export class Conditions {
  readonly #waiting = new Set<{ test: () => void; stop: (reason: Error) => void }>();
  #stopped: Error | undefined;

  /**
   * @param describe - what the subject looks like, for the message when time is up
   * @throws Error when the condition did not hold in time, or `stop` was called
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

  /** Rejects what is waiting, and what will wait and does not hold at once. */
  stop(reason: Error): void {
    this.#stopped = reason;
    for (const waiter of [...this.#waiting]) waiter.stop(reason);
  }
}
