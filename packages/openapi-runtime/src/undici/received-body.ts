import type { Dispatcher } from "undici";

/** A response body, with the methods that the client uses: it reads the body to its end, or cancels it. */
export interface AnswerBody {
  /** A body is read once, so it is its own reader. */
  getReader(): AnswerBody;
  /** @throws the error that broke the body off */
  read(): Promise<Piece>;
  /** Ends the connection, unless the body has ended; `read` then throws the reason. */
  cancel(reason?: unknown): Promise<void>;
}

/** A piece of a body, or its end. */
export type Piece = { readonly done: false; readonly value: Uint8Array } | { readonly done: true };

/** Approximate limit of unread bytes. Above it, reading from the connection is paused. */
const mostWaiting = 64 * 1024;

const end: Promise<Piece> = Promise.resolve({ done: true });

/** A body as received from undici. */
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
    // One `read` is pending at a time, because readers await each piece. Node 20 has no Promise.withResolvers.
    return new Promise((resolve, reject) => {
      this.#reading = { resolve, reject };
    });
  }

  cancel(reason?: unknown): Promise<void> {
    if (!this.#ended) this.#controller.abort(asError(reason, "the body was cancelled"));
    return Promise.resolve();
  }

  /** Adds a piece that arrived. */
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

  /** Records the end of the body. */
  finish(): void {
    this.#ended = true;
    this.#reading?.resolve({ done: true });
  }

  /** Records that the rest of the body is lost. Pieces that arrived can still be read. */
  fail(cause: unknown): void {
    this.#failure ??= { cause };
    this.#reading?.reject(cause);
  }
}

/** Converts a reason to an Error. undici requires one, but an abort or cancel reason can be anything. */
export function asError(reason: unknown, message: string): Error {
  return reason instanceof Error ? reason : new Error(message, { cause: reason });
}
