import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import { decodeBody } from "./decode-body.ts";
import { NeverSentError } from "./never-sent-error.ts";
import { asError, ReceivedBody } from "./received-body.ts";
import { UndiciResponse } from "./undici-response.ts";

/** Converts undici's events of one request into a response, and ends the request when its signal aborts. */
export class AnswerReceiver implements Dispatcher.DispatchHandler {
  readonly #method: string | undefined;
  readonly #signal: AbortSignal | null | undefined;
  readonly #resolve: (response: UndiciResponse) => void;
  readonly #reject: (cause: unknown) => void;
  readonly #isHttp2: () => boolean;
  /** Whether a connection accepted the request. Before that, no byte of it was written. */
  #started = false;
  #controller: Dispatcher.DispatchController | undefined;
  #body: ReceivedBody | undefined;

  /**
   * @param init - method and signal of the request
   * @param resolve - called with the response once its headers arrived
   * @param reject - called with the error when there is no response
   * @param isHttp2 - whether the request's connection uses HTTP/2; called when a connection accepts the request
   */
  constructor(
    { method, signal }: Pick<RequestInit, "method" | "signal">,
    resolve: (response: UndiciResponse) => void,
    reject: (cause: unknown) => void,
    isHttp2: () => boolean,
  ) {
    this.#method = method;
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#isHttp2 = isHttp2;
    signal?.addEventListener("abort", this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // The request waited for a connection and was aborted meanwhile: it must not be sent.
    if (this.#signal?.aborted) controller.abort(reasonOf(this.#signal));
    else if (this.#isHttp2()) controller.abort(new Error(noHttp2));
    else {
      this.#started = true;
      this.#controller = controller;
    }
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    // An interim response; the final response follows.
    if (status < 200) return;
    this.#body = new ReceivedBody(controller);
    const empty = this.#method === "HEAD" || statusesWithoutBody.has(status);
    const body = empty ? this.#body : decodeBody(this.#body, headers["content-encoding"]);
    this.#resolve(new UndiciResponse(status, headers, body));
  }

  onResponseData(_controller: Dispatcher.DispatchController, piece: Uint8Array): void {
    this.#body?.push(piece);
  }

  onResponseEnd(): void {
    this.#leaveSignal();
    this.#body?.finish();
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, cause: Error): void {
    this.#leaveSignal();
    this.#rejectWith(cause);
    this.#body?.fail(cause);
  }

  readonly #onAbort = (): void => {
    const reason = reasonOf(this.#signal);
    this.#controller?.abort(reason);
    // Needed when undici has no request to abort yet.
    this.#rejectWith(reason);
    this.#body?.fail(reason);
  };

  /** Rejects. An error before the request started (handshake, proxy, closed dispatcher) proves that nothing left. */
  #rejectWith(cause: unknown): void {
    this.#reject(this.#started ? cause : new NeverSentError(cause));
  }

  #leaveSignal(): void {
    this.#signal?.removeEventListener("abort", this.#onAbort);
  }
}

/** Statuses without a body: if one arrives nevertheless, it is not decoded (Fetch standard, null body status). */
const statusesWithoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

const noHttp2 =
  "the dispatcher speaks HTTP/2 here, where requests share a connection and undici may send one again; create it with `allowH2: false`";

function reasonOf(signal: AbortSignal | null | undefined): Error {
  return asError(signal?.reason, "the request was aborted");
}
