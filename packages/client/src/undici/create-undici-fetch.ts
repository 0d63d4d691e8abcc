import { Agent, type Dispatcher } from "undici";
import type { Fetch } from "../runtime/configuration.ts";
import { AnswerReceiver } from "./answer-receiver.ts";
import { requestBody } from "./request-body.ts";

/** How requests are sent. */
export interface UndiciFetchOptions {
  /**
   * Where connections come from, such as a ProxyAgent, or an Agent with a limit on connections. It must not send again, follow
   * redirects or pipeline by itself: the client decides what may be repeated. Default: an Agent of this fetch's own.
   */
  readonly dispatcher?: Dispatcher | undefined;
}

/**
 * Makes a `fetch` for `createClient` that sends by undici's own interface: on Node, a request costs less than half of what it
 * costs by the platform's fetch. Its answers have what the client reads (status, headers, the body as a stream) and are no
 * instances of `Response`: their `text()` and `json()` do not exist.
 * @example
 * const np6 = createClient({ apiKey, fetch: createUndiciFetch() });
 */
export function createUndiciFetch({ dispatcher }: UndiciFetchOptions = {}): Fetch {
  // One request at a time on a connection: behind one that fails, nobody could tell which of the others ran.
  const agent = dispatcher ?? new Agent({ pipelining: 1 });
  return (url, init) =>
    new Promise<Response>((resolve, reject) => {
      const { origin, pathname, search } = new URL(url);
      const answered = resolve as (response: unknown) => void;
      const options = {
        origin,
        path: pathname + search,
        method: init.method as Dispatcher.HttpMethod,
        headers: { "accept-encoding": "gzip, deflate, br", ...(init.headers as Record<string, string>) },
        body: requestBody(init.body),
        // The client has limits of its own, which may be longer than undici's.
        headersTimeout: 0,
        bodyTimeout: 0,
      };
      agent.dispatch(options, new AnswerReceiver(init, answered, reject));
    });
}
