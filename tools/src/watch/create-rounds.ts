/** Rounds of work, one at a time. */
export interface Rounds {
  /** Starts a round. A running round is stopped first, because its input is outdated. */
  readonly start: () => void;
  /** Stops the running round and starts no further ones. Resolves when it has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Runs rounds of one kind of work.
 * @param work - one round; must end soon after its signal aborts, and may throw then
 * @param report - called with the error of a round that was not stopped
 */
export function createRounds(
  work: (signal: AbortSignal) => Promise<void>,
  report: (error: unknown) => void,
): Rounds {
  let current: { readonly controller: AbortController; readonly ended: Promise<void> } | undefined;
  let waiting = false;
  let stopped = false;

  const run = async (signal: AbortSignal) => {
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted) report(error);
    }
    current = undefined;
    if (!waiting || stopped) return;
    waiting = false;
    begin();
  };
  const begin = () => {
    const controller = new AbortController();
    current = { controller, ended: Promise.resolve() };
    current = { controller, ended: run(controller.signal) };
  };
  return {
    start() {
      if (stopped) return;
      if (current === undefined) return begin();
      waiting = true;
      current.controller.abort();
    },
    async stop() {
      stopped = true;
      current?.controller.abort();
      await current?.ended;
    },
  };
}
