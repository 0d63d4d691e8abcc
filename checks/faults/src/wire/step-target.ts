import type { Socket } from "node:net";
import { ConnectionGone } from "./connection-gone.ts";

/** The connection for steps: a write waits for the operating system, and a wait ends when the peer is gone. */
export class StepTarget {
  readonly socket: Socket;
  readonly #sent: (bytes: number) => void;
  /** Aborted when the peer sent FIN: it will not read a response that is sent later. */
  readonly #peerEnded: AbortSignal;

  constructor(socket: Socket, peerEnded: AbortSignal, sent: (bytes: number) => void) {
    this.socket = socket;
    this.#peerEnded = peerEnded;
    this.#sent = sent;
  }

  /** @throws ConnectionGone when the bytes could not be written */
  write(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const gone = () => reject(new ConnectionGone());
      // A destroyed socket calls back only with an error, or not at all, but always emits "close".
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
   * @throws ConnectionGone when the connection ended earlier
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
