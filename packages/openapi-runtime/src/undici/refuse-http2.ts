import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";

/** Origins with which a dispatcher uses HTTP/2. */
type Origins = Set<string>;

const originsOf = new WeakMap<object, Origins>();

/** The dispatcher whose connection is being made. A connection is made in the context of its first request. */
const dispatching = new AsyncLocalStorage<Origins>();

let watching = false;

/**
 * Runs another code's dispatcher, and records the origins with which it uses HTTP/2 although the request forbids it.
 * Before version 8.13, undici ignores a request's `allowH2: false`.
 * @param dispatch - called with the origins, which are complete when a request is about to be written
 */
export function watchHttp2<T>(dispatcher: object, dispatch: (http2: ReadonlySet<string>) => T): T {
  if (!watching) subscribe("undici:client:connected", onConnected);
  watching = true;
  const origins = originsOf.get(dispatcher) ?? new Set();
  originsOf.set(dispatcher, origins);
  return dispatching.run(origins, () => dispatch(origins));
}

/** undici publishes this after the handshake, and before it writes. */
function onConnected(message: unknown): void {
  const origins = dispatching.getStore();
  if (origins === undefined) return;
  const { connectParams, socket } = message as {
    readonly connectParams: { readonly protocol: string; readonly host: string };
    readonly socket: { readonly alpnProtocol?: string | false | null };
  };
  if (socket.alpnProtocol === "h2") origins.add(`${connectParams.protocol}//${connectParams.host}`);
}
