import { setTimeout as wait } from "node:timers/promises";
import type { AnswerBook, MatchedAnswer } from "../answers/answer-book.ts";
import { findResponse } from "../api/find-response.ts";
import type { Specification } from "../api/read-specification.ts";
import { type BodyRules, checkRequestBody } from "../checking/check-request-body.ts";
import { checkTarget } from "../checking/check-target.ts";
import { correctExample } from "../checking/correct-example.ts";
import type { AnswerContent, ContentPlan, ContentRequest } from "../content/answer-content.ts";
import type { FindExecuted } from "../executions/find-executed.ts";
import type { ApiProxy } from "../proxy/create-proxy.ts";
import type { ForwardedRequest } from "../refusing/decide-request.ts";
import type { Effect } from "../scenarios/effect.ts";
import type { ServerConnection } from "../wire/connect-server.ts";
import { forwardedHeaders } from "../wire/forwarded-headers.ts";
import { gatewayPage } from "../wire/gateway-page.ts";
import type { Refusal } from "../wire/refusal.ts";
import { askPrism, type WireRequest } from "./ask-prism.ts";
import { changeSuccess } from "./change-success.ts";
import type { ProducedAnswer } from "./produce-own-answer.ts";
import { askingFor, produceOwnAnswer } from "./produce-own-answer.ts";

/** Own answers, and the rule for requests that none fits. */
export interface OwnAnswers {
  readonly ownAnswers: Pick<AnswerBook, "isEmpty" | "take" | "nearMiss">;
  /** Whether such a request is refused. */
  readonly ownOnly: boolean;
}

/** The answer found for a request, or the reason why none fits; or a refusal of such a request. */
type PickedAnswer = { readonly match?: MatchedAnswer; readonly nearMiss?: string | undefined } | Refusal;

/** Looks for an own answer. */
function pickOwnAnswer(
  { ownAnswers, ownOnly }: OwnAnswers,
  request: ContentRequest,
  target: string,
): PickedAnswer {
  if (ownAnswers.isEmpty && !ownOnly) return {};
  const withTarget = { ...request, target };
  const match = ownAnswers.take(withTarget);
  if (match !== undefined) return { match };
  const nearMiss = ownAnswers.nearMiss(withTarget);
  return ownOnly ? { status: 404, detail: nearMiss } : { nearMiss };
}

/** Sources of answers. */
export interface AnswerSources extends BodyRules, OwnAnswers {
  readonly prism: ServerConnection;
  readonly specification: Specification;
  /** The first source with a plan for an operation makes its success body; else it is the document's example. */
  readonly contents: readonly AnswerContent[];
  readonly executed: FindExecuted;
  /** The real API that answers instead of Prism; refusals of scenarios still come from Prism. */
  readonly proxy?: ApiProxy | undefined;
}

/**
 * Produces the response to a request, with the scenario's effect. A preferred status (`Prefer`) stays.
 *
 * @returns the response, a refusal, or "reset" when the connection must be reset before the API gets the request
 */
export async function produceAnswer(
  sources: AnswerSources,
  request: WireRequest,
  forward: ForwardedRequest,
  effect: Effect,
): Promise<ProducedAnswer | Refusal | "reset"> {
  if (effect.delay !== undefined) {
    await wait(effect.delay, undefined, { signal: request.connection.createSignal() });
  }
  if (effect.reset === "before") return "reset";
  if (effect.page !== undefined && effect.ran !== true) return gatewayPage(effect.page.status);

  const { prism, specification, contents, proxy } = sources;
  const { operation, mediaType, answerMediaType } = forward;
  const chosen = forward.headers.prefer !== undefined;
  const refuse = chosen ? undefined : effect.refuse;
  const body = checkRequestBody(sources, operation, request.body, mediaType, forward.bodyIsJson);
  const target = checkTarget(operation, request.target);
  const checked = { ...target, violations: [...target.violations, ...body.violations] };
  const [path = ""] = checked.target.split("?");
  const contentRequest = { operation, path, body: body.value, mediaType, answerMediaType };
  // No content is made for an invalid request; Prism, or the mock before it, refuses it.
  const isWrong = checked.violations.length > 0;
  const refused = isWrong || chosen ? undefined : effect.refuseBody?.(contentRequest);
  if (refused !== undefined && findResponse(operation, refused.status) === undefined) return refused;
  const isFree = !chosen && !isWrong && refuse === undefined && refused === undefined;
  const picked: PickedAnswer = isFree ? pickOwnAnswer(sources, contentRequest, checked.target) : {};
  if ("detail" in picked) return picked;
  const ask = (wantedRequest: ForwardedRequest) =>
    askPrism(prism, specification.disguised, request, wantedRequest, checked);
  if (picked.match !== undefined) {
    return produceOwnAnswer(picked.match, forward, effect, ask, (answer) =>
      sources.executed(contentRequest, answer),
    );
  }
  const plan = isFree ? planOf(contents, contentRequest) : undefined;
  const against = refused ?? (plan !== undefined && "refuse" in plan ? plan.refuse : undefined);
  if (against !== undefined && findResponse(operation, against.status) === undefined) return against;

  const { status, empty = false }: Partial<NonNullable<Effect["refuse"]>> = refuse ?? against ?? {};
  const prismRequest = status === undefined ? forward : askingFor(forward, status, empty);
  const fromPrism = await ask(prismRequest);
  const requestViolations = "detail" in fromPrism ? [fromPrism.detail] : fromPrism.violations;
  const original =
    proxy !== undefined && refuse === undefined
      ? await proxy.ask(request, operation, requestViolations)
      : "detail" in fromPrism
        ? fromPrism
        : correctExample(sources, operation, fromPrism, against?.detail);
  if ("detail" in original) return original;
  const { nearMiss } = picked;
  const answer: ProducedAnswer =
    effect.headers === undefined
      ? { ...original, nearMiss }
      : { ...original, nearMiss, rawHeaders: forwardedHeaders(original.rawHeaders, effect.headers) };
  const receivers = isWrong || proxy !== undefined ? [] : sources.executed(contentRequest, undefined);
  if (refuse !== undefined && effect.ran === true && answer.status === refuse.status) {
    return { ...answer, executed: receivers };
  }
  if (answer.status >= 300 || answer.violations.length > 0) return answer;
  if (effect.page !== undefined) return { ...gatewayPage(effect.page.status), executed: receivers };

  const content = plan !== undefined && "carryOut" in plan ? plan.carryOut() : undefined;
  const { changeBody, changeMediaType } = effect;
  if (content === undefined && changeBody === undefined && changeMediaType === undefined) {
    return { ...answer, executed: receivers };
  }
  let executed = receivers;
  const changed = changeSuccess(answer, {
    body: (example) => {
      const final = (changeBody ?? same)(content ?? example, contentRequest);
      if (proxy === undefined) executed = sources.executed(contentRequest, final);
      return final;
    },
    mediaType: changeMediaType,
  });
  return { ...changed, nearMiss, executed };
}

function planOf(contents: readonly AnswerContent[], request: ContentRequest): ContentPlan | undefined {
  for (const content of contents) {
    const plan = content.plan(request);
    if (plan !== undefined) return plan;
  }
  return undefined;
}

const same = (body: unknown): unknown => body;
