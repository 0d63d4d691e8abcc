import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import { decodeBody } from "./decode-body.ts";
import { NeverSentError } from "./never-sent-error.ts";
import { asError, ReceivedBody } from "./received-body.ts";
import { UndiciResponse } from "./undici-response.ts";

/** What undici tells of one request, made into an answer; and the signal that may end it. */
export class AnswerReceiver implements Dispatcher.DispatchHandler {
  readonly #method: string | undefined;
  readonly #signal: AbortSignal | null | undefined;
  readonly #resolve: (response: UndiciResponse) => void;
  readonly #reject: (cause: unknown) => void;
  readonly #isHttp2: () => boolean;
  /** Whether a connection took the request. Before that, nothing of it was written. */
  #started = false;
  #controller: Dispatcher.DispatchController | undefined;
  #body: ReceivedBody | undefined;

  /**
   * @param init - method and signal of the request
   * @param resolve - is told of the answer once its headers came
   * @param reject - is told why none came
   * @param isHttp2 - whether the connection that takes the request speaks HTTP/2; asked when one takes it
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
    // It waited for a connection, and nobody waits for it any more: it must not be sent.
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
    // An interim answer; the one that counts is still to come.
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
    // Also when undici has nothing to abort yet.
    this.#rejectWith(reason);
    this.#body?.fail(reason);
  };

  /** A handshake that failed, a proxy that refused, a closed dispatcher: whatever it was, it came before the request. */
  #rejectWith(cause: unknown): void {
    this.#reject(this.#started ? cause : new NeverSentError(cause));
  }

  #leaveSignal(): void {
    this.#signal?.removeEventListener("abort", this.#onAbort);
  }
}

/** What comes in their bodies all the same is not decoded (Fetch standard, null body status). */
const statusesWithoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

const noHttp2 =
  "the dispatcher speaks HTTP/2 here, where requests share a connection and undici may send one again; make it with `allowH2: false`";

function reasonOf(signal: AbortSignal | null | undefined): Error {
  return asError(signal?.reason, "the request was aborted");
}
