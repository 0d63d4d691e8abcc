import type { WireRequest } from "../answering/ask-prism.ts";
import { scenarioHeader } from "../scenarios/scenario-header.ts";
import type { Answer } from "../wire/answer.ts";
import type { ServerConnection } from "../wire/connect-server.ts";
import { forwardedHeaders } from "../wire/forwarded-headers.ts";

/**
 * Sends a request on to the real API as it came. No redirect is followed: the client gets it to see, and the key stays.
 *
 * @param host of the API, which stands in the Host header
 * @throws what the connection says when no answer came
 */
export async function askUpstream(
  upstream: ServerConnection,
  host: string,
  request: WireRequest,
): Promise<Omit<Answer, "violations">> {
  const hasLength = request.rawHeaders.some(
    (name, at) => at % 2 === 0 && name.toLowerCase() === "content-length",
  );
  const { status, rawHeaders, body } = await upstream.send({
    ...request,
    rawHeaders: forwardedHeaders(request.rawHeaders, {
      host,
      // What is encoded could not be checked.
      "accept-encoding": "identity",
      [scenarioHeader]: undefined,
      // The body was read whole; a GET that came without a length goes without.
      ...(hasLength || request.body.length > 0 ? { "content-length": String(request.body.length) } : {}),
    }),
  });
  return {
    status,
    rawHeaders: forwardedHeaders(
      rawHeaders,
      body.length > 0 ? { "content-length": String(body.length) } : {},
    ),
    body,
  };
}
