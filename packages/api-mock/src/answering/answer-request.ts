import type { IncomingHttpHeaders } from "node:http";
import type { Specification } from "../api/read-specification.ts";
import { readJson } from "../checking/read-json.ts";
import type { FindExecuted } from "../executions/find-executed.ts";
import { decideRequest, type ForwardedRequest } from "../refusing/decide-request.ts";
import { withRequestId } from "../requests/request-id.ts";
import type { Effect } from "../scenarios/effect.ts";
import { parseScenario } from "../scenarios/parse-scenario.ts";
import type { ScenarioRequest } from "../scenarios/scenario-definition.ts";
import { scenarioHeader } from "../scenarios/scenario-header.ts";
import type { Performance, ScenarioStage } from "../scenarios/scenario-stage.ts";
import type { Answer } from "../wire/answer.ts";
import { largestBody } from "../wire/read-body.ts";
import { type Refusal, refusalAnswer } from "../wire/refusal.ts";
import type { WireRequest } from "./ask-prism.ts";
import { type AnswerSources, produceAnswer } from "./produce-answer.ts";
import type { ProducedAnswer } from "./produce-own-answer.ts";

/** Outcome of a request. */
export interface RequestOutcome {
  readonly operationId: string | undefined;
  readonly scenarios: readonly string[];
  /** Rules that the request or the response breaks, one line each. */
  readonly violations: readonly string[];
  /** Undefined: the connection has to be reset. */
  readonly answer: Answer | undefined;
  readonly pieces: Effect["pieces"];
  /** Milliseconds to wait before the response or the reset. */
  readonly answerDelay?: number | undefined;
  /** The receivers for whom it was executed, one text each. */
  readonly executed?: readonly string[];
  /** Reason why no own answer fits. */
  readonly nearMiss?: string | undefined;
}

/** Parts that the answering uses. */
export interface AnsweringParts extends AnswerSources {
  readonly stage: ScenarioStage;
  /** Path prefix of a gateway; empty for none. */
  readonly basePath: string;
  /** Makes the response when the server behind the mock sent none. */
  readonly failed: (error: unknown) => Answer;
}

const tooLargeRefusal: Refusal = {
  status: 413,
  detail: `The body is larger than ${largestBody} bytes, the limit of the mock. Send a smaller body.`,
};

/**
 * Answers a request: first by the mock's own refusals, then by scenarios, then by Prism. In front of a real API nothing
 * is refused; violations are only recorded.
 */
export async function answerRequest(
  parts: AnsweringParts,
  request: WireRequest,
  headers: IncomingHttpHeaders,
  { tooLarge, isOutside }: { readonly tooLarge: boolean; readonly isOutside: boolean },
): Promise<RequestOutcome> {
  const { specification, stage } = parts;
  const [path = ""] = request.target.split("?");
  if (request.target === "*") return { ...serverOptions(specification), scenarios: [], pieces: undefined };
  if (isOutside) {
    const detail = `The mock was started with the base path ${parts.basePath}, and ${path} does not begin with it. Add it to the client's base URL.`;
    const answer = refusalAnswer({ status: 404, detail });
    return { operationId: undefined, scenarios: [], violations: [detail], answer, pieces: undefined };
  }
  const { operation, outcome } = decideRequest(specification, { method: request.method, path, headers });
  const operationId = operation?.operationId;
  const nothing = { operationId, scenarios: [], violations: [], answer: undefined, pieces: undefined };
  const refuse = (refusal: Refusal): RequestOutcome => {
    const answer = withRequestId(refusalAnswer(refusal), operation);
    return { ...nothing, answer, violations: answer.violations };
  };
  if (tooLarge) return refuse(tooLargeRefusal);
  if ("refusal" in outcome) {
    if (parts.proxy === undefined) return refuse(outcome.refusal);
    const answer = await parts.proxy.ask(request, operation, [outcome.refusal.detail]);
    return { ...nothing, answer, violations: answer.violations };
  }

  const { forward } = outcome;
  const keys = forward.operation.keyHeaders.map((name) => headers[name.toLowerCase()]?.toString());
  const scenarioText = headers[scenarioHeader]?.toString();
  let aboutText: string | undefined;
  const about = (): string => {
    aboutText ??= aboutRequest(parts.executed, request, forward);
    return aboutText;
  };
  const chosen = chooseScenario(
    stage,
    { operation: forward.operation, key: keys.find(Boolean), about },
    scenarioText,
  );
  if ("detail" in chosen) return refuse(chosen);

  const { names: scenarios, effect } = chosen;
  const produced = await produceAnswer(parts, request, forward, effect).catch(
    (error: unknown): ProducedAnswer => parts.failed(error),
  );
  if (produced === "reset") return { ...nothing, scenarios };
  if ("detail" in produced) return { ...refuse(produced), scenarios };
  const { violations, executed = [], nearMiss } = produced;
  const { answerDelay, pieces } = effect;
  if (effect.reset === "after") return { ...nothing, scenarios, violations, executed, nearMiss, answerDelay };
  const isMocked = parts.proxy === undefined && effect.page === undefined;
  const answer = isMocked ? withRequestId(produced, operation) : produced;
  return { operationId, scenarios, violations, answer, pieces, executed, nearMiss, answerDelay };
}

/** Answers the asterisk form, which asks for the capabilities of the whole server (RFC 9110, section 9.3.7). */
function serverOptions({
  operations,
}: Specification): Pick<RequestOutcome, "operationId" | "violations" | "answer"> {
  const allow = [...new Set([...operations.map(({ method }) => method), "OPTIONS"])].join(", ");
  const violations: string[] = [];
  const answer = { status: 204, rawHeaders: ["allow", allow], body: Buffer.alloc(0), violations };
  return { operationId: undefined, violations, answer };
}

/**
 * Plays the active scenarios, and the one that the request names in its header.
 *
 * @returns the effects, or a refusal (400) when the header names an unknown scenario
 */
function chooseScenario(
  stage: ScenarioStage,
  request: ScenarioRequest,
  header: string | undefined,
): Performance | Refusal {
  try {
    return stage.play(request, header === undefined ? undefined : parseScenario(header));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { status: 400, detail: `Header ${scenarioHeader}: ${error.message}` };
  }
}

/**
 * Describes in one text what a request does, and for whom. Other ids and times in the body are omitted, because they
 * differ in each run.
 */
function aboutRequest(
  executed: FindExecuted,
  { target, body }: WireRequest,
  { operation, mediaType, answerMediaType }: ForwardedRequest,
): string {
  const [path = ""] = target.split("?");
  const request = { operation, path, body: readJson(body).value, mediaType, answerMediaType };
  return [operation.operationId, path, ...executed(request, undefined)].join("\n");
}
