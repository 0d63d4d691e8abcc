import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";

/** Origins with which a dispatcher speaks HTTP/2. */
type Origins = Set<string>;

const originsOf = new WeakMap<object, Origins>();

/** Whose connections are being made. A connection is made in the context of the request that needs it first. */
const dispatching = new AsyncLocalStorage<Origins>();

let watching = false;

/**
 * Has a dispatcher of somebody else do its work, and takes note of the origins with which it speaks HTTP/2 although it
 * was told not to. Before version 8.13, undici does not obey a request's `allowH2: false`.
 * @param dispatch - is given the origins, which are complete when a request is about to be written
 */
export function watchHttp2<T>(dispatcher: object, dispatch: (http2: ReadonlySet<string>) => T): T {
  if (!watching) subscribe("undici:client:connected", onConnected);
  watching = true;
  const origins = originsOf.get(dispatcher) ?? new Set();
  originsOf.set(dispatcher, origins);
  return dispatching.run(origins, () => dispatch(origins));
}

/** undici tells this after the handshake, and before it writes. */
function onConnected(message: unknown): void {
  const origins = dispatching.getStore();
  if (origins === undefined) return;
  const { connectParams, socket } = message as {
    readonly connectParams: { readonly protocol: string; readonly host: string };
    readonly socket: { readonly alpnProtocol?: string | false | null };
  };
  if (socket.alpnProtocol === "h2") origins.add(`${connectParams.protocol}//${connectParams.host}`);
}
