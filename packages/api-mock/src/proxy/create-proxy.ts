import type { WireRequest } from "../answering/ask-prism.ts";
import type { Operation } from "../api/read-specification.ts";
import { scenarioHeader } from "../scenarios/scenario-header.ts";
import type { Answer } from "../wire/answer.ts";
import { connectServer, type ServerConnection } from "../wire/connect-server.ts";
import { forwardedHeaders } from "../wire/forwarded-headers.ts";
import { refusalAnswer } from "../wire/refusal.ts";
import { type AnswerRules, checkAnswer } from "./check-answer.ts";

/** A real API behind the mock. */
export interface ApiProxy {
  /**
   * Forwards a request and checks the response.
   *
   * @param operation undefined when the document declares none
   * @param violations violations of the request, which precede those of the response
   */
  readonly ask: (
    request: WireRequest,
    operation: Operation | undefined,
    violations: readonly string[],
  ) => Promise<Answer>;
  /** Restores the initial state. */
  readonly reset?: () => void;
  readonly disconnect: () => void;
}

/** Connects to a real API. @param url from `checkUpstreamUrl` */
export function createProxy(url: string, rules: AnswerRules): ApiProxy {
  const upstream = connectServer(url);
  const { host } = new URL(url);
  return {
    ask: async (request, operation, violations) => {
      try {
        const answer = await sendUpstream(upstream, host, request);
        const broken = operation === undefined ? [] : checkAnswer(rules, operation, answer);
        return { ...answer, violations: [...violations, ...broken] };
      } catch (error) {
        const reason = error instanceof Error ? error.message || error.name : String(error);
        const detail = `The API at ${host} did not respond: ${reason}. Whether the request ran there is unknown.`;
        const failed = refusalAnswer({ status: 502, detail }, "failed");
        return { ...failed, violations: [...violations, detail] };
      }
    },
    disconnect: upstream.disconnect,
  };
}

/**
 * Forwards a request to the real API unchanged. Redirects are not followed: the client gets them, and the key stays.
 *
 * @param host host of the API, for the Host header
 * @throws the connection's error when there is no response
 */
async function sendUpstream(
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
      // An encoded body could not be checked.
      "accept-encoding": "identity",
      [scenarioHeader]: undefined,
      // The body was read completely; a GET without a length is sent without one.
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
