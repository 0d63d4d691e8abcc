import type { Fault } from "../script/fault.ts";
import type { ReceivedRequest } from "../wire/received-request.ts";

/** Options of a fault server. */
export interface FaultServerOptions {
  /** Whether `requests` is filled. Default: true. Without it, memory does not grow with the number of requests. */
  readonly keepRequests?: boolean;
  /** Called when a request is complete, before a response that waits for that. */
  readonly onRequestComplete?: (request: ReceivedRequest) => void;
}

/** A server on its own port that plays a fault for each request. */
export interface FaultServer {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly url: string;
  /** Number of accepted connections. */
  readonly connections: number;
  /** Number of connections that are not closed by both sides. An idle connection counts. */
  readonly openSockets: number;
  /** Number of responses that are awaited, sent or withheld at this moment. */
  readonly exchangesInProgress: number;
  /** Number of received bytes, over all connections, including invalid HTTP. */
  readonly bytesReceived: number;
  /** All requests, in the order in which their heads were complete. */
  readonly requests: readonly ReceivedRequest[];
  /** Reasons why bytes could not be read as HTTP/1, one entry per affected connection. */
  readonly malformed: readonly string[];
  /**
   * Sets the faults from now on. The n-th request gets the n-th fault; afterwards the last one repeats. A function is
   * called when the head of a request is complete; its faults never start earlier. Before the first call every response
   * is 501, so that a forgotten script is noticed.
   * @throws TypeError when the list is empty or a fault cannot be played to its end
   */
  script(faults: Fault | readonly Fault[] | FaultFunction): void;
  /**
   * Resolves when the condition is true. It is tested now and after every change of this server's properties.
   * @throws Error when it was not true within `timeoutMilliseconds` (default 10 000), or the server was closed
   */
  until(condition: (server: FaultServer) => boolean, timeoutMilliseconds?: number): Promise<void>;
  /** Resolves to the next request that was not returned here before, once it is complete. Rejects like `until`. */
  nextRequest(): Promise<ReceivedRequest>;
  /** Destroys every connection and stops listening. Afterwards the server keeps no process alive. */
  close(): Promise<void>;
}

/** @param index - number of requests since `script` was called */
export type FaultFunction = (request: ReceivedRequest, index: number) => Fault;
