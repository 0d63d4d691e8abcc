import type { Expected, FailureKind } from "./catalogue-row.ts";

/** The call returns this JSON. */
export function succeeds(json?: string): Expected {
  return {
    outcome: "success",
    kinds: [],
    outcomeUnknown: false,
    repeats: { GET: false, POST: false },
    ...(json === undefined ? {} : { json }),
  };
}

/** The rules leave open whether the client can read the response, but restrict the kinds of a failure. */
export function succeedsOr(kinds: readonly FailureKind[], json?: string): Expected {
  return { outcome: "either", kinds, repeats: {}, ...(json === undefined ? {} : { json }) };
}

/** A 2xx that cannot be read: it ran with an unknown result. Sent once. */
export const unreadable: Expected = {
  outcome: "failure",
  kinds: ["unexpected-response"],
  outcomeUnknown: true,
  repeats: { GET: false, POST: false },
};

/** Like `unreadable`, but the platform's fetch may hide that a response had started. */
export const undecodable: Expected = {
  outcome: "failure",
  kinds: ["unexpected-response", "connection"],
  outcomeUnknown: true,
  repeats: { POST: false },
};

/** The connection ended before the head of the response was complete. */
export const disconnected: Expected = {
  outcome: "failure",
  kinds: ["connection"],
  outcomeUnknown: true,
  repeats: { GET: true, POST: false },
};

/** The connection ended in the body of a 2xx. */
export const truncated: Expected = {
  outcome: "failure",
  kinds: ["connection", "unexpected-response"],
  outcomeUnknown: true,
  repeats: { GET: true, POST: false },
};

/** No connection was accepted, so sending again is safe for every method. */
export const neverSent: Expected = {
  outcome: "failure",
  kinds: ["connection"],
  outcomeUnknown: false,
  repeats: { GET: true, POST: true },
};

/** Only the client's own time limit ends the call. */
export const timesOut: Expected = {
  outcome: "failure",
  kinds: ["timeout"],
  outcomeUnknown: true,
  repeats: { GET: true, POST: false },
};

const temporary = [408, 500, 502, 503, 504];

/** A complete response with this status and any body. */
export function statusExpected(status: number): Expected {
  if (status === 429) {
    return {
      outcome: "failure",
      kinds: ["rate-limited"],
      outcomeUnknown: false,
      repeats: { GET: true, POST: true },
    };
  }
  const mayHaveRun = status === 408 || status >= 500;
  return {
    outcome: "failure",
    kinds: ["http"],
    outcomeUnknown: mayHaveRun,
    repeats: { GET: temporary.includes(status), POST: false },
  };
}
