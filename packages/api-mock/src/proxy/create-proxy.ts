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
   * Passes a request on and checks what comes back.
   *
   * @param operation undefined when the document has none for it
   * @param violations what the request breaks; they stand before those of the answer
   */
  readonly ask: (
    request: WireRequest,
    operation: Operation | undefined,
    violations: readonly string[],
  ) => Promise<Answer>;
  /** Back to how it was at the start. */
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
        const answer = await askUpstream(upstream, host, request);
        const broken = operation === undefined ? [] : checkAnswer(rules, operation, answer);
        return { ...answer, violations: [...violations, ...broken] };
      } catch (error) {
        const reason = error instanceof Error ? error.message || error.name : String(error);
        const detail = `The API at ${host} did not answer: ${reason}. Whether the request ran there is unknown.`;
        const failed = refusalAnswer({ status: 502, detail }, "failed");
        return { ...failed, violations: [...violations, detail] };
      }
    },
    disconnect: upstream.disconnect,
  };
}

/**
 * Sends a request on to the real API as it came. No redirect is followed: the client gets it to see, and the key stays.
 *
 * @param host of the API, which stands in the Host header
 * @throws what the connection says when no answer came
 */
async function askUpstream(
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
