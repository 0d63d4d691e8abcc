import type { Dispatcher } from "undici";
import { AnswerReceiver } from "./answer-receiver.ts";
import { NeverSentError } from "./never-sent-error.ts";
import { requestBody } from "./request-body.ts";

/**
 * Sends a request through a dispatcher, like `fetch`.
 * @param http2 - origins that use HTTP/2, where a connection may have several requests; nothing is sent there
 */
export function sendByDispatcher(
  dispatcher: Dispatcher,
  url: string,
  init: RequestInit,
  http2?: ReadonlySet<string>,
): Promise<Response> {
  return new Promise<Response>((resolve, reject) => {
    const { origin, pathname, search } = new URL(url);
    const answered = resolve as (response: unknown) => void;
    const receiver = new AnswerReceiver(init, answered, reject, () => http2?.has(origin) === true);
    const options = {
      origin,
      path: pathname + search,
      method: init.method as Dispatcher.HttpMethod,
      headers: headersOf(init),
      body: requestBody(init.body),
      // The client has its own limits, which may be longer than undici's.
      headersTimeout: 0,
      bodyTimeout: 0,
      // The types of undici 7, and of 8 before 8.13, do not declare it; all of them accept it.
      allowH2: false,
    };
    try {
      dispatcher.dispatch(options, receiver);
    } catch (cause) {
      receiver.onResponseError(undefined, new NeverSentError(cause));
    }
  });
}

/** Headers that the platform's fetch adds itself: the codings that can be decoded, and instructions against caches. */
const added: readonly (readonly [name: string, value: string])[] = [
  ["accept-encoding", "gzip, deflate, br"],
  ["cache-control", "no-cache"],
  ["pragma", "no-cache"],
];

/** Returns the caller's headers, and the added ones that the caller did not set. */
function headersOf({ headers, cache }: RequestInit): Record<string, string> {
  const record = (headers ?? {}) as Record<string, string>;
  const names = new Set(Object.keys(record).map((name) => name.toLowerCase()));
  const result = { ...record };
  for (const [name, value] of cache === "no-store" ? added : added.slice(0, 1)) {
    if (!names.has(name)) result[name] = value;
  }
  return result;
}
