import type { Dispatcher } from "undici";

/** What the client does with the body of an answer: reads it to its end, piece by piece, or gives it back. */
export interface AnswerBody {
  /** A body is read once, so it is its own reader. */
  getReader(): AnswerBody;
  /** @throws why the body broke off */
  read(): Promise<Piece>;
  /** Gives the connection back by ending it, unless the body has come to its end; the reason is what `read` then throws. */
  cancel(reason?: unknown): Promise<void>;
}

/** A piece of a body, or its end. */
export type Piece = { readonly done: false; readonly value: Uint8Array } | { readonly done: true };

/** Pieces that wait to be read take no more than about this, in bytes: the connection is read no further meanwhile. */
const mostWaiting = 64 * 1024;

const end: Promise<Piece> = Promise.resolve({ done: true });

/** A body as undici hands it over. */
export class ReceivedBody implements AnswerBody {
  readonly #controller: Dispatcher.DispatchController;
  readonly #pieces: Uint8Array[] = [];
  #waitingBytes = 0;
  #ended = false;
  #failure: { readonly cause: unknown } | undefined;
  #reading: { resolve: (piece: Piece) => void; reject: (cause: unknown) => void } | undefined;

  constructor(controller: Dispatcher.DispatchController) {
    this.#controller = controller;
  }

  getReader(): this {
    return this;
  }

  read(): Promise<Piece> {
    const value = this.#pieces.shift();
    if (value !== undefined) {
      this.#waitingBytes -= value.byteLength;
      if (this.#pieces.length === 0 && this.#controller.paused) this.#controller.resume();
      return Promise.resolve({ done: false, value });
    }
    if (this.#failure !== undefined) return Promise.reject(this.#failure.cause);
    if (this.#ended) return end;
    // Who reads waits for each piece, so there is one at a time. Not Promise.withResolvers: Node 20 has none.
    return new Promise((resolve, reject) => {
      this.#reading = { resolve, reject };
    });
  }

  cancel(reason?: unknown): Promise<void> {
    if (!this.#ended) this.#controller.abort(asError(reason, "the body was cancelled"));
    return Promise.resolve();
  }

  /** Takes a piece that arrived. */
  push(value: Uint8Array): void {
    const reading = this.#reading;
    if (reading !== undefined) {
      this.#reading = undefined;
      reading.resolve({ done: false, value });
      return;
    }
    this.#pieces.push(value);
    this.#waitingBytes += value.byteLength;
    if (this.#waitingBytes > mostWaiting) this.#controller.pause();
  }

  /** Takes note that nothing more comes. */
  finish(): void {
    this.#ended = true;
    this.#reading?.resolve({ done: true });
  }

  /** Takes note that the rest will not come. What arrived can still be read. */
  fail(cause: unknown): void {
    this.#failure ??= { cause };
    this.#reading?.reject(cause);
  }
}

/** undici takes errors only; what aborts a signal or cancels a body can be anything. */
export function asError(reason: unknown, message: string): Error {
  return reason instanceof Error ? reason : new Error(message, { cause: reason });
}
