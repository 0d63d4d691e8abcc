import { EventEmitter, once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { ReceivedRequest } from "./received-request.ts";

/** A query: which requests, and the condition to wait for. */
export interface LedgerQuery {
  readonly server: string;
  /** Only requests for this workflow. */
  readonly id?: string | undefined;
  readonly until?: string | undefined;
}

/** Maximum wait for `until`, in milliseconds; then the current entries are returned. */
const waitLimit = 5_000;

type Entry = { -readonly [Name in keyof ReceivedRequest]: ReceivedRequest[Name] } & {
  readonly server: string;
};

/** The requests that the servers of a rig received, in order of arrival. */
export class Ledger {
  readonly #entries: Entry[] = [];
  readonly #changes = new EventEmitter().setMaxListeners(0);
  /** The entries of each connection. */
  readonly #connections = new WeakMap<Socket, Entry[]>();

  /** Records a request once it is complete. @returns the entry */
  async record(server: string, request: IncomingMessage): Promise<ReceivedRequest> {
    const { socket } = request;
    const onConnection = this.#connections.get(socket) ?? this.#watch(socket);
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const entry: Entry = {
      server,
      method: request.method ?? "",
      path: request.url ?? "",
      headers,
      body: Buffer.concat(chunks).toString("utf8"),
      onReusedConnection: onConnection.length > 0,
      disconnected: false,
    };
    onConnection.push(entry);
    this.#entries.push(entry);
    this.#changes.emit("change");
    return entry;
  }

  #watch(socket: Socket): Entry[] {
    const entries: Entry[] = [];
    this.#connections.set(socket, entries);
    socket.once("close", () => {
      for (const entry of entries) entry.disconnected = true;
      this.#changes.emit("change");
    });
    return entries;
  }

  /** Finds the requests of a query, after a limited wait for its condition. */
  async find(query: LedgerQuery): Promise<readonly ReceivedRequest[]> {
    const matching = () =>
      this.#entries.filter(
        ({ server, path }) =>
          server === query.server && (query.id === undefined || path.includes(`/workflows/${query.id}/`)),
      );
    const done = () => {
      const calls = matching().filter(({ method }) => method !== "OPTIONS");
      if (query.until === undefined) return true;
      return (
        calls.length > 0 && (query.until === "arrived" || calls.every(({ disconnected }) => disconnected))
      );
    };
    const limit = AbortSignal.timeout(waitLimit);
    while (!done() && !limit.aborted) {
      // Rejects at the limit.
      await once(this.#changes, "change", { signal: limit }).catch(() => undefined);
    }
    return matching();
  }
}
