/** The result of the response to a request. */
export interface RecordedAnswer {
  /** Name of the played fault. */
  readonly fault: string;
  /** Start of the first step, in milliseconds of `performance.now()`; absent before it. */
  readonly startedAt?: number;
  /** End of the last step, in the same unit; absent while a step runs. */
  readonly endedAt?: number;
  /** Bytes that the operating system accepted; the peer may not have read them. */
  readonly bytesSent: number;
  /** Its end: connection kept, FIN sent, RST sent, or the connection ended before the last step. */
  readonly end?: "kept-open" | "closed" | "reset" | "connection-gone";
}

/** A received request, recorded when its head is complete. */
export interface ReceivedRequest {
  readonly method: string;
  /** The request target as sent, for example `/a/b?c=d`. */
  readonly target: string;
  readonly httpVersion: string;
  /** Name and value of every header line, as sent, in order, duplicates included. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The body with its chunks joined; empty until it is complete or the connection ended. */
  readonly body: Buffer;
  /** Whether the request is complete. From then on a server could have executed it. */
  readonly complete: boolean;
  /** Number of the connection, from 1, in the order of acceptance. */
  readonly connection: number;
  /** Number of the request on its connection, from 1. */
  readonly ordinal: number;
  /** Time when the head was complete, in milliseconds of `performance.now()`. */
  readonly receivedAt: number;
  readonly answer: RecordedAnswer;
}

/** Lists all values of a header, in the order sent; names are compared without case. */
export function headerValues(request: Pick<ReceivedRequest, "headers">, name: string): string[] {
  const lowerCase = name.toLowerCase();
  return request.headers.filter(([each]) => each.toLowerCase() === lowerCase).map(([, value]) => value);
}
