import type { Dispatcher } from "undici";
import { isOfUndici6 } from "./check-dispatcher.ts";
import { replacedGlobalDispatcher } from "./global-dispatcher.ts";
import { NeverSentError } from "./never-sent-error.ts";

type Undici = typeof import("undici");

/** Where the connections of a request come from. */
export interface ChosenDispatcher {
  readonly dispatcher: Dispatcher;
  /** Whether somebody else made it, so that it may speak HTTP/2. */
  readonly theirs: boolean;
}

/** One request at a time on a connection: behind one that fails, nobody could tell which of the others ran. */
const oneAtATime = { pipelining: 1, allowH2: false } as const;

/** Where connections come from when the caller does not say. Agents are made when they are first needed. */
export class DefaultDispatcher {
  #agent: Dispatcher | undefined;
  #proxy: Dispatcher | undefined;

  /**
   * Chooses for one request: a test may replace the global dispatcher at any time.
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

  /** Closes what this made, once the answers under way are read. */
  async close(): Promise<void> {
    const made = [this.#agent, this.#proxy];
    this.#agent = undefined;
    this.#proxy = undefined;
    await Promise.all(made.map((dispatcher) => dispatcher?.close()));
  }
}

/**
 * Whether Node put it there because of `NODE_USE_ENV_PROXY=1` or `--use-env-proxy`. Ours reads the same variables, and takes the
 * options that matter here.
 */
function isNodesProxy(dispatcher: object, undici: Undici): boolean {
  return (
    dispatcher.constructor.name === "EnvHttpProxyAgent" && !(dispatcher instanceof undici.EnvHttpProxyAgent)
  );
}
