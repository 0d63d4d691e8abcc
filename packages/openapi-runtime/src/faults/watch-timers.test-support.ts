import { AsyncLocalStorage } from "node:async_hooks";

type Timers = Set<unknown>;

const current = new AsyncLocalStorage<Timers>();

/** Matches the client's own code in the stack of a timer's start. */
const clientCode = /\/openapi-runtime\/src\/(?:faces|sending|request|answer|limits|options)\/[\w-]+\.ts/;

/**
 * Replaces setTimeout and clearTimeout by versions that record the running timers of the client's own code, per call.
 * Timers of the platform and of the fault server are ignored.
 */
export function watchTimers(): void {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const owners = new Map<unknown, Timers>();
  const forget = (timer: unknown) => {
    owners.get(timer)?.delete(timer);
    owners.delete(timer);
  };
  const watchedSet = (callback: (...given: unknown[]) => void, ...rest: unknown[]): unknown => {
    const timers = current.getStore();
    const [milliseconds, ...given] = rest;
    const fire = (...values: unknown[]) => {
      forget(timer);
      callback(...values);
    };
    const timer = set(fire, Number(milliseconds ?? 0), ...given);
    if (timers !== undefined && clientCode.test(new Error().stack ?? "")) {
      timers.add(timer);
      owners.set(timer, timers);
    }
    return timer;
  };
  const watchedClear = (timer: Parameters<typeof clear>[0]) => {
    forget(timer);
    clear(timer);
  };
  Object.assign(globalThis, { setTimeout: watchedSet, clearTimeout: watchedClear });
}

/** Runs a call. @returns its result, and the client's running timers, kept up to date */
export function runWatched<T>(call: () => Promise<T>): {
  readonly result: Promise<T>;
  readonly timers: Timers;
} {
  const timers: Timers = new Set();
  return { result: current.run(timers, call), timers };
}
