/** What became of the answer to one request. */
export interface GivenAnswer {
  /** Name of the fault that was played. */
  readonly fault: string;
  /** When the first step began, in milliseconds of `performance.now()`; absent before. */
  readonly startedAt?: number;
  /** When the last step ended, in the same unit; absent while a step runs. */
  readonly endedAt?: number;
  /** Bytes that the operating system took; not a proof that the peer read them. */
  readonly bytesSent: number;
  /** How it ended: connection kept, FIN sent, RST sent, or the connection was gone before the last step ended. */
  readonly end?: "kept-open" | "closed" | "reset" | "connection-gone";
}

/** One request as it came over the wire, recorded when its head is complete. */
export interface ReceivedRequest {
  readonly method: string;
  /** The request target as sent, for example `/a/b?c=d`. */
  readonly target: string;
  readonly httpVersion: string;
  /** Name and value of every header line, as sent, in order, duplicates included. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The body, chunks put together; empty until it is whole or the connection ended. */
  readonly body: Buffer;
  /** Whether the request arrived whole. A server could have executed it from here on. */
  readonly complete: boolean;
  /** Number of the connection, from 1, in the order of acceptance. */
  readonly connection: number;
  /** Number of the request on its connection, from 1. */
  readonly ordinal: number;
  /** When the head was complete, in milliseconds of `performance.now()`. */
  readonly receivedAt: number;
  readonly answer: GivenAnswer;
}

/** All values of a header, in the order sent; names are compared without case. */
export function headerValues(request: Pick<ReceivedRequest, "headers">, name: string): string[] {
  const wanted = name.toLowerCase();
  return request.headers.filter(([each]) => each.toLowerCase() === wanted).map(([, value]) => value);
}
