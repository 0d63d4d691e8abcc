import type { MatchedAnswer } from "../answers/answer-book.ts";
import type { PreparedAnswer } from "../answers/prepare-answer.ts";
import type { ForwardedRequest } from "../refusing/decide-request.ts";
import type { Effect } from "../scenarios/effect.ts";
import type { Answer } from "../wire/answer.ts";
import { forwardedHeaders } from "../wire/forwarded-headers.ts";
import { gatewayPage } from "../wire/gateway-page.ts";
import type { Refusal } from "../wire/refusal.ts";

/**
 * Returns an own answer after Prism has checked the key and the parameters of the request.
 *
 * @param send sends a request to Prism
 * @param executed lists the receivers of a success
 */
export async function produceOwnAnswer(
  { answer, release }: MatchedAnswer,
  forward: ForwardedRequest,
  effect: Effect,
  send: (request: ForwardedRequest) => Promise<Answer | Refusal>,
  executed: (answer: unknown) => readonly string[],
): Promise<ProducedAnswer | Refusal> {
  const { status, isDeclared } = answer;
  const fromPrism = await send(isDeclared ? askingFor(forward, status) : forward).catch((error: unknown) => {
    release();
    throw error;
  });
  const isExpected =
    !("detail" in fromPrism) && (isDeclared ? fromPrism.status === status : fromPrism.status < 300);
  if (!isExpected || fromPrism.violations.length > 0) {
    release();
    return fromPrism;
  }
  const response = composed(answer, fromPrism, effect.headers ?? {});
  if (status >= 300) return response;
  const who = executed(answer.body?.value);
  return effect.page === undefined
    ? { ...response, executed: who }
    : { ...gatewayPage(effect.page.status), executed: who };
}

/** Keeps the headers that the document declares for the status. */
function composed(
  { definition, status, isDeclared, body }: PreparedAnswer,
  fromPrism: Answer,
  effectHeaders: Effect["headers"],
): Answer {
  const bodyHeaders =
    body === undefined
      ? {}
      : {
          "content-type": body.bytes.length === 0 ? undefined : body.mediaType,
          "content-length": String(body.bytes.length),
        };
  const definedHeaders = Object.entries(definition.headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  const changes = { ...bodyHeaders, ...effectHeaders, ...Object.fromEntries(definedHeaders) };
  return {
    status,
    rawHeaders: forwardedHeaders(isDeclared ? fromPrism.rawHeaders : [], changes),
    body: body?.bytes ?? fromPrism.body,
    violations: [],
  };
}

/** Makes a request that asks Prism for a status. */
export function askingFor(forward: ForwardedRequest, status: number, empty = false): ForwardedRequest {
  const headers = { ...forward.headers, prefer: `code=${status}` };
  return { ...forward, headers, emptyBodyOf: empty ? status : undefined };
}

/** A response with the receivers for whom the request was executed, one text each. */
export type ProducedAnswer = Answer & {
  readonly executed?: readonly string[];
  /** Reason why no own answer fits. */
  readonly nearMiss?: string | undefined;
};
