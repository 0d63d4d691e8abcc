import type { Socket } from "node:net";
import { ConnectionGone } from "./connection-gone.ts";

/** The connection as the steps see it: writing waits for the operating system, waiting ends when the peer is gone. */
export class StepTarget {
  readonly socket: Socket;
  readonly #sent: (bytes: number) => void;
  /** Aborted when the peer sent FIN: it will read no answer that we are in no hurry to give. */
  readonly #peerEnded: AbortSignal;

  constructor(socket: Socket, peerEnded: AbortSignal, sent: (bytes: number) => void) {
    this.socket = socket;
    this.#peerEnded = peerEnded;
    this.#sent = sent;
  }

  /** @throws ConnectionGone when the bytes could not be handed over */
  write(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const gone = () => reject(new ConnectionGone());
      // A destroyed socket does not call back at all, or only with an error; "close" always comes.
      if (this.socket.destroyed || !this.socket.writable) return gone();
      this.socket.once("close", gone);
      this.socket.write(bytes, (error) => {
        this.socket.off("close", gone);
        if (error) return gone();
        this.#sent(bytes.length);
        resolve();
      });
    });
  }

  /**
   * @param milliseconds - omitted: until the connection is gone
   * @throws ConnectionGone when the connection ended before
   */
  wait(milliseconds?: number): Promise<void> {
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const settle = (end: () => void) => () => {
        clearTimeout(timer);
        this.socket.off("close", gone);
        this.#peerEnded.removeEventListener("abort", gone);
        end();
      };
      const gone = settle(() => reject(new ConnectionGone()));
      if (this.socket.destroyed || this.#peerEnded.aborted) return gone();
      this.socket.once("close", gone);
      this.#peerEnded.addEventListener("abort", gone);
      if (milliseconds !== undefined) timer = setTimeout(settle(resolve), milliseconds);
    });
  }
}
