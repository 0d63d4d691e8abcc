/** What somebody made the process's dispatcher. */
export interface GlobalDispatcher {
  dispatch: (...given: never[]) => boolean;
}

const globalSymbol = /^undici\.globalDispatcher\.(\d+)$/;

/**
 * The dispatcher that somebody put in the place of undici's own: a MockAgent that blocks the network, a proxy. There is
 * one place for each version of undici's interface (`undici.globalDispatcher.1`, `.2` …). All copies of undici in the
 * process and Node's own share it. The newest that was replaced counts.
 * @returns undefined when nobody replaced it
 */
export function replacedGlobalDispatcher(): GlobalDispatcher | undefined {
  let found: GlobalDispatcher | undefined;
  let foundVersion = 0;
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    const version = Number(globalSymbol.exec(symbol.description ?? "")?.[1] ?? 0);
    if (version <= foundVersion) continue;
    const dispatcher: unknown = Reflect.get(globalThis, symbol);
    if (!isDispatcher(dispatcher) || isUnchanged(dispatcher)) continue;
    found = dispatcher;
    foundVersion = version;
  }
  return found;
}

function isDispatcher(value: unknown): value is GlobalDispatcher {
  return typeof value === "object" && value !== null && "dispatch" in value;
}

/**
 * Whether it does what undici's own does, whoever made it: an open Agent without options and interceptors. What is not recognised
 * counts as replaced, so that a block never fails to hold.
 */
function isUnchanged(dispatcher: GlobalDispatcher): boolean {
  const { name } = dispatcher.constructor;
  // What undici 8 puts beside its own, for older copies. `setGlobalDispatcher` always replaces both.
  if (name === "Dispatcher1Wrapper") return true;
  if (name !== "Agent") return false;
  const { closed, destroyed } = dispatcher as { closed?: unknown; destroyed?: unknown };
  if (closed === true || destroyed === true) return false;
  // `compose` gives a Proxy with another `dispatch`.
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

/** What undici keeps under symbols of its own. */
function internalsOf(dispatcher: object): Readonly<Record<string, unknown>> {
  const named = Object.getOwnPropertySymbols(dispatcher).map((symbol): [string, unknown] => [
    symbol.description ?? "",
    Reflect.get(dispatcher, symbol),
  ]);
  return Object.fromEntries(named);
}
