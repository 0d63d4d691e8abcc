import { type Hooks, notify } from "../watching/hooks.ts";

type AnyHook = (event: unknown) => unknown;

/** Joins two sets of hooks. When one hook throws, the other is still called. */
export function joinHooks(first: Hooks, second: Hooks): Hooks {
  const names = new Set([...Object.keys(first), ...Object.keys(second)]) as Set<keyof Hooks>;
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      (event: unknown) => {
        notify(first[name] as AnyHook | undefined, event);
        notify(second[name] as AnyHook | undefined, event);
      },
    ]),
  );
}
