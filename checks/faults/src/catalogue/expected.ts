import type { Expected, FailureKind } from "./catalogue-row.ts";

function fails(
  kinds: readonly FailureKind[],
  outcomeUnknown: boolean,
  repeats: Expected["repeats"],
): Expected {
  return { outcome: "failure", kinds, outcomeUnknown, repeats };
}

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
export const unreadable: Expected = fails(["unexpected-response"], true, { GET: false, POST: false });

/** Like `unreadable`, but the platform's fetch may hide that a response had started. */
export const undecodable: Expected = fails(["unexpected-response", "connection"], true, { POST: false });

/** The connection ended before the head of the response was complete. */
export const disconnected: Expected = fails(["connection"], true, { GET: true, POST: false });

/** The connection ended in the body of a 2xx. */
export const truncated: Expected = fails(["connection", "unexpected-response"], true, {
  GET: true,
  POST: false,
});

/** No connection was accepted, so sending again is safe for every method. */
export const neverSent: Expected = fails(["connection"], false, { GET: true, POST: true });

/** Only the client's own time limit ends the call. */
export const timesOut: Expected = fails(["timeout"], true, { GET: true, POST: false });

const temporary = [408, 500, 502, 503, 504];

/** A complete response with this status and any body. */
export function statusExpected(status: number): Expected {
  if (status === 429) return fails(["rate-limited"], false, { GET: true, POST: true });
  const mayHaveRun = status === 408 || status >= 500;
  return fails(["http"], mayHaveRun, { GET: temporary.includes(status), POST: false });
}
