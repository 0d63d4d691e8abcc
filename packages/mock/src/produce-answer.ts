import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "./answer.ts";
import { askPrism, type WireRequest } from "./ask-prism.ts";
import { changeSuccess } from "./change-success.ts";
import type { ServerConnection } from "./connect-server.ts";
import type { ForwardedRequest } from "./decide-request.ts";
import { forwardedHeaders } from "./forwarded-headers.ts";
import { gatewayPage } from "./gateway-page.ts";
import type { Refusal } from "./refusal.ts";
import type { Effect } from "./scenarios/effect.ts";
import type { Batch } from "./schemas/batch.ts";

/** Where answers come from. */
export interface AnswerSources {
  readonly prism: ServerConnection;
  readonly disguised: ReadonlySet<string>;
  /** The operations that answer a result for each item, by operationId. */
  readonly batches: ReadonlyMap<string, Batch>;
}

/** Asks Prism for a status instead of its own choice; what the request itself asks for by `Prefer` stays. */
function refused(forward: ForwardedRequest, { refuse }: Effect): ForwardedRequest {
  if (refuse === undefined || forward.headers.prefer !== undefined) return forward;
  return {
    ...forward,
    headers: { ...forward.headers, prefer: `code=${refuse.status}` },
    emptyBodyOf: refuse.empty ? refuse.status : undefined,
  };
}

/**
 * Produces the answer to a request, as the scenario's effect has it.
 *
 * @returns the answer, a refusal by the mock, or "reset" when the connection shall be reset before the API has seen it
 */
export async function produceAnswer(
  { prism, disguised, batches }: AnswerSources,
  request: WireRequest,
  forward: ForwardedRequest,
  effect: Effect,
): Promise<Answer | Refusal | "reset"> {
  if (effect.delay !== undefined) await wait(effect.delay, undefined, { signal: request.signal });
  if (effect.reset === "before") return "reset";
  if (effect.page !== undefined) return gatewayPage(effect.page.status);

  const answer = await askPrism(prism, disguised, request, refused(forward, effect));
  if ("detail" in answer) return answer;
  const { headers, changeBody, changeMediaType } = effect;
  const withHeaders =
    headers === undefined ? answer : { ...answer, rawHeaders: forwardedHeaders(answer.rawHeaders, headers) };
  if (answer.status >= 300 || answer.violations.length > 0) return withHeaders;

  const batch = batches.get(forward.operation.operationId);
  const items = request.body.length === 0 ? undefined : JSON.parse(request.body.toString("utf8"));
  const results =
    batch !== undefined && Array.isArray(items) && forward.headers.prefer === undefined
      ? items.map((item, index) => batch.success(index, item))
      : undefined;
  if (results === undefined && changeBody === undefined && changeMediaType === undefined) return withHeaders;
  return changeSuccess(withHeaders, {
    body: (body) => (changeBody ?? same)(results ?? body, items),
    mediaType: changeMediaType,
  });
}

const same = (body: unknown): unknown => body;
