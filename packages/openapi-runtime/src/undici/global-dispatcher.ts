/** The process's dispatcher, set by other code. */
export interface GlobalDispatcher {
  dispatch: (...args: never[]) => boolean;
}

const globalSymbol = /^undici\.globalDispatcher\.(\d+)$/;

/**
 * Finds the dispatcher that replaced undici's own, such as a MockAgent that blocks the network, or a proxy. Each
 * version of undici's interface has a symbol (`undici.globalDispatcher.1`, `.2` …), shared by all copies of undici in
 * the process, including Node's. The newest replaced one is used.
 * @returns undefined when none was replaced
 */
export function replacedGlobalDispatcher(): GlobalDispatcher | undefined {
  let newest: GlobalDispatcher | undefined;
  let newestVersion = 0;
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    const version = Number(globalSymbol.exec(symbol.description ?? "")?.[1] ?? 0);
    if (version <= newestVersion) continue;
    const dispatcher: unknown = Reflect.get(globalThis, symbol);
    if (!isDispatcher(dispatcher) || isUnchanged(dispatcher)) continue;
    newest = dispatcher;
    newestVersion = version;
  }
  return newest;
}

function isDispatcher(value: unknown): value is GlobalDispatcher {
  return typeof value === "object" && value !== null && "dispatch" in value;
}

/**
 * Whether it behaves like undici's own: an open Agent without options and interceptors. An unrecognised dispatcher
 * counts as replaced, so that a block of the network is never bypassed.
 */
function isUnchanged(dispatcher: GlobalDispatcher): boolean {
  const { name } = dispatcher.constructor;
  // undici 8 sets this beside its own, for older copies. `setGlobalDispatcher` always replaces both.
  if (name === "Dispatcher1Wrapper") return true;
  if (name !== "Agent") return false;
  const { closed, destroyed } = dispatcher as { closed?: unknown; destroyed?: unknown };
  if (closed === true || destroyed === true) return false;
  // `compose` returns a Proxy with another `dispatch`.
  if (dispatcher.dispatch !== Object.getPrototypeOf(dispatcher).dispatch) return false;
  const { factory, options } = internalsOf(dispatcher);
  return isDefaultFactory(factory) && hasNoOption(options);
}

function isDefaultFactory(factory: unknown): boolean {
  return typeof factory === "function" && factory.name.startsWith("defaultFactory");
}

function hasNoOption(options: unknown): boolean {
  if (typeof options !== "object" || options === null) return false;
  return Object.values(options).every((value) => value === undefined || value === Number.POSITIVE_INFINITY);
}

/** Reads the fields that undici stores under its own symbols. */
function internalsOf(dispatcher: object): Readonly<Record<string, unknown>> {
  const named = Object.getOwnPropertySymbols(dispatcher).map((symbol): [string, unknown] => [
    symbol.description ?? "",
    Reflect.get(dispatcher, symbol),
  ]);
  return Object.fromEntries(named);
}
