import type { IncomingHttpHeaders } from "node:http";
import type { Answer } from "./answer.ts";

/** Makes the headers that let a page of the request's origin read the response (Fetch standard, CORS protocol). */
export function corsHeaders({ origin }: IncomingHttpHeaders): Record<string, string> {
  if (origin === undefined) return {};
  return { "access-control-allow-origin": origin, "access-control-expose-headers": "*", vary: "origin" };
}

/**
 * Answers a browser's preflight request.
 *
 * @returns undefined for other requests
 */
export function answerPreflight(method: string, headers: IncomingHttpHeaders): Answer | undefined {
  const requestedMethod = headers["access-control-request-method"];
  if (method !== "OPTIONS" || requestedMethod === undefined) return undefined;
  const allowed = {
    ...corsHeaders(headers),
    "access-control-allow-methods": requestedMethod,
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "*",
  };
  return { status: 204, rawHeaders: Object.entries(allowed).flat(), body: Buffer.alloc(0), violations: [] };
}
