import type { IncomingHttpHeaders } from "node:http";

/**
 * What a server has to say so that a page of another origin may call it. That is origin, method and headers in the
 * preflight, and which headers of an answer the page may read.
 */
export function corsHeaders(asked: IncomingHttpHeaders, exposed: readonly string[]): Record<string, string> {
  if (asked.origin === undefined) return {};
  const names = asked["access-control-request-headers"];
  return {
    "Access-Control-Allow-Origin": asked.origin,
    ...(names === undefined
      ? { "Access-Control-Expose-Headers": exposed.join(", ") }
      : { "Access-Control-Allow-Methods": "POST", "Access-Control-Allow-Headers": names }),
  };
}
