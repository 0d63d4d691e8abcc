import type { IncomingHttpHeaders } from "node:http";
import type { Answer } from "./answer.ts";
import type { WireRequest } from "./ask-prism.ts";
import { chooseScenario } from "./choose-scenario.ts";
import { decideRequest } from "./decide-request.ts";
import { type AnswerSources, produceAnswer } from "./produce-answer.ts";
import { largestBody } from "./read-body.ts";
import type { Specification } from "./read-specification.ts";
import { type Refusal, refusalAnswer } from "./refusal.ts";
import type { Effect } from "./scenarios/effect.ts";
import { scenarioHeader } from "./scenarios/scenario-header.ts";
import type { ScenarioStage } from "./scenarios/scenario-stage.ts";

/** What becomes of a request. */
export interface RequestOutcome {
  readonly operationId: string | undefined;
  readonly scenarios: readonly string[];
  /** What the request or the answer breaks, one line each. */
  readonly violations: readonly string[];
  /** Undefined: the connection is to be reset. */
  readonly answer: Answer | undefined;
  readonly pieces: Effect["pieces"];
}

/** What answers are made with. */
export interface AnsweringParts extends AnswerSources {
  readonly specification: Specification;
  readonly stage: ScenarioStage;
  /** The answer when the one behind the mock gave none. */
  readonly failed: (error: unknown) => Answer;
}

const tooLarge: Refusal = {
  status: 413,
  detail: `The body is larger than ${largestBody} bytes, the most that the mock takes. Send less at once.`,
};

/**
 * Answers a request: the mock's own refusals first, then the scenarios, then Prism. Before a real API nothing is refused, only
 * found out about.
 */
export async function answerRequest(
  parts: AnsweringParts,
  request: WireRequest,
  headers: IncomingHttpHeaders,
  bodyIsTooLarge: boolean,
): Promise<RequestOutcome> {
  const { specification, stage } = parts;
  const [path = ""] = request.target.split("?");
  const { operation, outcome } = decideRequest(specification, { method: request.method, path, headers });
  const operationId = operation?.operationId;
  const nothing = { operationId, scenarios: [], violations: [], answer: undefined, pieces: undefined };
  const refuse = (refusal: Refusal): RequestOutcome => {
    const answer = refusalAnswer(refusal);
    return { ...nothing, answer, violations: answer.violations };
  };
  if (bodyIsTooLarge) return refuse(tooLarge);
  if ("refusal" in outcome) {
    if (parts.proxy === undefined) return refuse(outcome.refusal);
    const answer = await parts.proxy.ask(request, operation, [outcome.refusal.detail]);
    return { ...nothing, answer, violations: answer.violations };
  }

  const { forward } = outcome;
  const keys = forward.operation.keyHeaders.map((name) => headers[name.toLowerCase()]?.toString());
  const asked = headers[scenarioHeader]?.toString();
  const chosen = chooseScenario(stage, { operation: forward.operation, key: keys.find(Boolean) }, asked);
  if ("detail" in chosen) return refuse(chosen);

  const { names: scenarios, effect } = chosen;
  const produced = await produceAnswer(parts, request, forward, effect).catch(parts.failed);
  if (produced === "reset") return { ...nothing, scenarios };
  if ("detail" in produced) return { ...refuse(produced), scenarios };
  const { violations } = produced;
  if (effect.reset === "after") return { ...nothing, scenarios, violations };
  return { operationId, scenarios, violations, answer: produced, pieces: effect.pieces };
}
