import type { ReceivedRequest } from "./received-request.ts";

/** Stores the latest requests and drops older ones, so that a mock can run for days. */
export interface RequestLog {
  /** Oldest first. */
  readonly requests: readonly ReceivedRequest[];
  /** Number of requests since the start or the last `clear`, dropped ones included. */
  readonly count: number;
  /** @param bytes size of the request's body, which counts towards the limit */
  readonly add: (request: ReceivedRequest, bytes: number) => void;
  readonly clear: () => void;
}

/** More than a test inspects, and little memory. */
const defaultLimits: { readonly requests: number; readonly bytes: number } = {
  requests: 1000,
  bytes: 32 * 2 ** 20,
};

/** Makes an empty log of at most `limits.requests` requests, whose bodies together have at most `limits.bytes`. */
export function createRequestLog(limits: typeof defaultLimits = defaultLimits): RequestLog {
  let requests: ReceivedRequest[] = [];
  let sizes: number[] = [];
  let bytes = 0;
  let count = 0;
  return {
    get requests() {
      return requests;
    },
    get count() {
      return count;
    },
    add: (request, size) => {
      requests.push(request);
      sizes.push(size);
      bytes += size;
      count += 1;
      while (requests.length > limits.requests || (bytes > limits.bytes && requests.length > 1)) {
        requests.shift();
        bytes -= sizes.shift() ?? 0;
      }
    },
    clear: () => {
      // New arrays, so that callers who hold the old ones keep their contents.
      requests = [];
      sizes = [];
      bytes = 0;
      count = 0;
    },
  };
}
