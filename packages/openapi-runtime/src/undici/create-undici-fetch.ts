import type { Dispatcher } from "undici";
import { Refusal } from "../failures/refusal.ts";
import { fetchFactoryMark } from "../options/check-fetch.ts";
import { checkOptions } from "../options/check-options.ts";
import type { Fetch } from "../options/configuration.ts";
import { checkDispatcher } from "./check-dispatcher.ts";
import { DefaultDispatcher } from "./default-dispatcher.ts";
import { loadUndici, refuseUnfitUndici, undiciIfLoaded } from "./load-undici.ts";
import { NeverSentError } from "./never-sent-error.ts";
import { watchHttp2 } from "./refuse-http2.ts";
import { rememberOurs, replacedFetch } from "./replaced-fetch.ts";
import { sendByDispatcher } from "./send-by-dispatcher.ts";

type Undici = typeof import("undici");

/** Options of `createUndiciFetch`. */
export interface UndiciFetchOptions {
  /**
   * Source of connections, such as a ProxyAgent, or an Agent with a limit on connections. It must not retry, follow
   * redirects, pipeline or use HTTP/2: the client decides about repeats. Default: the process's global dispatcher if it
   * was replaced, or the environment's proxy if Node's own fetch uses it. Otherwise it is an Agent of this fetch.
   */
  readonly dispatcher?: Dispatcher | undefined;
}

/** A `fetch` that sends by undici. */
export interface UndiciFetch extends Fetch {
  /** Closes the connections that this fetch opened, once their responses are read; your own dispatcher stays open. */
  close(): Promise<void>;
}

/** Makes a `fetch` that sends by undici. */
export type CreateUndiciFetch = (options?: UndiciFetchOptions) => UndiciFetch;

/**
 * Makes the `createUndiciFetch` of a client. Its `fetch` sends by undici's own interface. On Node, a request costs less
 * than half as much as by the platform's fetch. Responses have only status, headers and the body as a stream. They are
 * not instances of `Response`: `text()` and `json()` do not exist.
 *
 * No connection has two requests at the same time, and none uses HTTP/2. If `globalThis.fetch` was replaced (a stub,
 * MSW, nock, a tracer), the replacement gets the requests. So whatever blocks or simulates fetch works here too.
 * @param ConfigurationError - the client's, for an invalid dispatcher and for an undici that this Node does not support
 */
export function undiciFetchFor(ConfigurationError: new (message: string) => Error): CreateUndiciFetch {
  const createUndiciFetch = (options: UndiciFetchOptions = {}): UndiciFetch => {
    try {
      return makeFetch(options);
    } catch (thrown) {
      throw thrown instanceof Refusal ? new ConfigurationError(thrown.message) : thrown;
    }
  };
  return Object.defineProperty(createUndiciFetch, fetchFactoryMark, { value: true });
}

function makeFetch(options: UndiciFetchOptions): UndiciFetch {
  checkOptions(options, "createUndiciFetch", ["dispatcher"]);
  const { dispatcher } = options;
  if (dispatcher === undefined) refuseUnfitUndici();
  else checkDispatcher(dispatcher);
  const defaultDispatcher = new DefaultDispatcher();

  const send: Fetch = (url, init) => {
    const undici = undiciIfLoaded();
    const replaced = replacedFetch(undici?.fetch);
    if (replaced === undefined && dispatcher !== undefined) return sendByTheirs(dispatcher, url, init);
    if (undici === undefined) return loadUndici().then(() => send(url, init), neverSent);
    const chosen = dispatcher === undefined ? defaultDispatcher.choose(undici) : { dispatcher, theirs: true };
    if (replaced !== undefined) return replaced(url, withDispatcher(init, chosen.dispatcher, undici));
    const { theirs } = chosen;
    return theirs
      ? sendByTheirs(chosen.dispatcher, url, init)
      : sendByDispatcher(chosen.dispatcher, url, init);
  };
  rememberOurs(send);
  return Object.assign(send, { close: () => defaultDispatcher.close() });
}

function sendByTheirs(dispatcher: Dispatcher, url: string, init: RequestInit): Promise<Response> {
  return watchHttp2(dispatcher, (http2) => sendByDispatcher(dispatcher, url, init, http2));
}

/** Adds the dispatcher for a replaced fetch: if it calls Node's fetch, that one sends by our connections. */
function withDispatcher(init: RequestInit, dispatcher: Dispatcher, undici: Partial<Undici>): RequestInit {
  const { Dispatcher1Wrapper } = undici;
  // The handlers of Node's fetch up to version 24 work with undici 8 only through this wrapper.
  const wrapped = Dispatcher1Wrapper === undefined ? dispatcher : new Dispatcher1Wrapper(dispatcher);
  return { ...init, dispatcher: wrapped } as RequestInit;
}

function neverSent(cause: unknown): never {
  throw new NeverSentError(cause);
}
