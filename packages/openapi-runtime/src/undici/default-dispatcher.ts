import type { Dispatcher } from "undici";
import { isOfUndici6 } from "./check-dispatcher.ts";
import { replacedGlobalDispatcher } from "./global-dispatcher.ts";
import { NeverSentError } from "./never-sent-error.ts";

type Undici = typeof import("undici");

/** The source of a request's connection. */
export interface ChosenDispatcher {
  readonly dispatcher: Dispatcher;
  /** Whether other code made the dispatcher, so that it may use HTTP/2. */
  readonly theirs: boolean;
}

/** One request at a time per connection: if one of several fails, it is unknown which of the others ran. */
const oneAtATime = { pipelining: 1, allowH2: false } as const;

/** The source of connections when the caller passes no dispatcher. Agents are made on first use. */
export class DefaultDispatcher {
  #agent: Dispatcher | undefined;
  #proxy: Dispatcher | undefined;

  /**
   * Chooses for one request, because a test may replace the global dispatcher at any time.
   * @throws NeverSentError when the global dispatcher is of an undici that is too old
   */
  choose(undici: Undici): ChosenDispatcher {
    const global = replacedGlobalDispatcher();
    if (global === undefined) {
      this.#agent ??= new undici.Agent(oneAtATime);
      return { dispatcher: this.#agent, theirs: false };
    }
    if (isNodesProxy(global, undici)) {
      this.#proxy ??= new undici.EnvHttpProxyAgent(oneAtATime);
      return { dispatcher: this.#proxy, theirs: false };
    }
    if (!isOfUndici6(global)) return { dispatcher: global as Dispatcher, theirs: true };
    const cause = new Error(
      "the global dispatcher was set by an undici older than version 7; set it by undici 7 or 8, or pass `dispatcher` to createUndiciFetch",
    );
    throw new NeverSentError(cause);
  }

  /** Closes the agents that it made, once open responses are read. */
  async close(): Promise<void> {
    const agents = [this.#agent, this.#proxy];
    this.#agent = undefined;
    this.#proxy = undefined;
    await Promise.all(agents.map((dispatcher) => dispatcher?.close()));
  }
}

/**
 * Whether Node installed it because of `NODE_USE_ENV_PROXY=1` or `--use-env-proxy`. Our proxy agent reads the same
 * variables, and accepts the options that we need.
 */
function isNodesProxy(dispatcher: object, undici: Undici): boolean {
  return (
    dispatcher.constructor.name === "EnvHttpProxyAgent" && !(dispatcher instanceof undici.EnvHttpProxyAgent)
  );
}
