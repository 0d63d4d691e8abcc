import type { ForwardedRequest } from "../refusing/decide-request.ts";

/** Asks Prism for a status instead of its own choice. */
export function askingFor(forward: ForwardedRequest, status: number, empty = false): ForwardedRequest {
  const headers = { ...forward.headers, prefer: `code=${status}` };
  return { ...forward, headers, emptyBodyOf: empty ? status : undefined };
}
