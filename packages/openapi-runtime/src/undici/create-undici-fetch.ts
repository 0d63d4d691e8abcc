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

/** How requests are sent. */
export interface UndiciFetchOptions {
  /**
   * Where connections come from, such as a ProxyAgent, or an Agent with a limit on connections. It must not send again,
   * follow redirects, pipeline or speak HTTP/2: the client decides what may be repeated. Default: the process's global
   * dispatcher when somebody replaced it, and the environment's proxy when Node's own fetch uses it. Else it is an
   * Agent of this fetch's own.
   */
  readonly dispatcher?: Dispatcher | undefined;
}

/** A `fetch` that sends by undici. */
export interface UndiciFetch extends Fetch {
  /** Closes the connections that this fetch opened by itself, once their answers are read; a dispatcher of yours stays open. */
  close(): Promise<void>;
}

/** Makes a `fetch` that sends by undici. */
export type CreateUndiciFetch = (options?: UndiciFetchOptions) => UndiciFetch;

/**
 * Makes the `createUndiciFetch` of a client. That makes a `fetch` for it that sends by undici's own interface. On Node,
 * a request costs less than half of what it costs by the platform's fetch. Its answers have what the client reads:
 * status, headers, the body as a stream. They are no instances of `Response`: their `text()` and `json()` do not exist.
 *
 * No connection has two requests at once, and none speaks HTTP/2. Where somebody replaced `globalThis.fetch` (a stub,
 * MSW, nock, a tracer), requests go through that one instead. So what blocks or answers fetch in a test suite holds
 * here as well.
 * @param ConfigurationError - the client's, for a dispatcher that is none, and an installed undici that does not run on this Node
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

/** What a replaced fetch is told: when it asks Node's in the end, that one sends by our connections all the same. */
function withDispatcher(init: RequestInit, dispatcher: Dispatcher, undici: Partial<Undici>): RequestInit {
  const { Dispatcher1Wrapper } = undici;
  // Node's fetch up to version 24 hands over handlers that undici 8 takes by this wrapper only.
  const wrapped = Dispatcher1Wrapper === undefined ? dispatcher : new Dispatcher1Wrapper(dispatcher);
  return { ...init, dispatcher: wrapped } as RequestInit;
}

function neverSent(cause: unknown): never {
  throw new NeverSentError(cause);
}
