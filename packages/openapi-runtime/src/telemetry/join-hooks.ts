import { type Hooks, notify } from "../watching/hooks.ts";

type AnyHook = (event: unknown) => unknown;

/** Joins two sets of hooks. When one hook throws, the other is still called. */
export function joinHooks(one: Hooks, other: Hooks): Hooks {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Hooks>;
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      (event: unknown) => {
        notify(one[name] as AnyHook | undefined, event);
        notify(other[name] as AnyHook | undefined, event);
      },
    ]),
  );
}
