import type { Fault } from "../script/fault.ts";
import type { ReceivedRequest } from "../wire/received-request.ts";

/** What a server that runs for long, or that has to remember more, is told. */
export interface FaultServerOptions {
  /** Whether `requests` is filled. Default true; without it memory does not grow with the number of requests. */
  readonly keepRequests?: boolean;
  /** Called when a request is whole, before an answer that waits for that begins. */
  readonly whenWhole?: (request: ReceivedRequest) => void;
}

/** A server on a port of its own that answers each request with the fault that it was told to. */
export interface FaultServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** How many connections were accepted. */
  readonly connections: number;
  /** How many of them are not closed yet, by both sides. An idle kept-alive connection counts. */
  readonly openSockets: number;
  /** How many answers are being waited for, written or kept silent at this moment. */
  readonly exchangesInProgress: number;
  /** How many bytes were received, over all connections, readable as HTTP or not. */
  readonly bytesReceived: number;
  /** All requests, in the order in which their heads were complete. */
  readonly requests: readonly ReceivedRequest[];
  /** Why bytes could not be read as HTTP/1, one entry for each connection where that happened. */
  readonly malformed: readonly string[];
  /**
   * Says what to play from now on. The n-th request from now gets the n-th fault, and when they are used up, the last
   * one again. A function is asked when the head of a request is complete; its faults never begin before that.
   * Until the first call every request is answered with 501, so that a forgotten script is noticed.
   * @throws TypeError when the list is empty or a fault cannot be played to its end
   */
  script(faults: Fault | readonly Fault[] | FaultFunction): void;
  /**
   * Resolves when the condition holds. It is tested now and after every change of what this server shows.
   * @throws Error when it did not hold for `timeoutMilliseconds` (default 10 000), or the server was closed
   */
  until(condition: (server: FaultServer) => boolean, timeoutMilliseconds?: number): Promise<void>;
  /** The next request that nobody got from here yet, once it is whole. Rejects as `until` does. */
  nextRequest(): Promise<ReceivedRequest>;
  /** Destroys every connection and stops listening. Afterwards the server keeps no process alive. */
  close(): Promise<void>;
}

/** @param index - how many requests were answered since `script` was called */
export type FaultFunction = (request: ReceivedRequest, index: number) => Fault;
