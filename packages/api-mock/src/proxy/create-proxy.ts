import type { WireRequest } from "../answering/ask-prism.ts";
import type { Operation } from "../api/read-specification.ts";
import type { Answer } from "../wire/answer.ts";
import { connectServer } from "../wire/connect-server.ts";
import { refusalAnswer } from "../wire/refusal.ts";
import { askUpstream } from "./ask-upstream.ts";
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
