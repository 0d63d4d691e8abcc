import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import { asError } from "./as-error.ts";
import { decodeBody } from "./decode-body.ts";
import { ReceivedBody } from "./received-body.ts";
import { UndiciResponse } from "./undici-response.ts";

/** What undici tells of one request, made into an answer; and the signal that may end it. */
export class AnswerReceiver implements Dispatcher.DispatchHandler {
  readonly #method: string | undefined;
  readonly #signal: AbortSignal | null | undefined;
  readonly #resolve: (response: UndiciResponse) => void;
  readonly #reject: (cause: unknown) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #body: ReceivedBody | undefined;

  /**
   * @param init - method and signal of the request
   * @param resolve - is told of the answer once its headers came
   * @param reject - is told why none came
   */
  constructor(
    { method, signal }: Pick<RequestInit, "method" | "signal">,
    resolve: (response: UndiciResponse) => void,
    reject: (cause: unknown) => void,
  ) {
    this.#method = method;
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    signal?.addEventListener("abort", this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // It waited for a connection, and nobody waits for it any more: it must not be sent.
    if (this.#signal?.aborted) controller.abort(reasonOf(this.#signal));
    else this.#controller = controller;
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    // An interim answer; the one that counts is still to come.
    if (status < 200) return;
    this.#body = new ReceivedBody(controller);
    const empty = this.#method === "HEAD" || status === 204;
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

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    this.#leaveSignal();
    this.#reject(cause);
    this.#body?.fail(cause);
  }

  readonly #onAbort = (): void => {
    const reason = reasonOf(this.#signal);
    this.#controller?.abort(reason);
    // Also when undici has nothing to abort yet.
    this.#reject(reason);
    this.#body?.fail(reason);
  };

  #leaveSignal(): void {
    this.#signal?.removeEventListener("abort", this.#onAbort);
  }
}

function reasonOf(signal: AbortSignal | null | undefined): Error {
  return asError(signal?.reason, "the request was aborted");
}
