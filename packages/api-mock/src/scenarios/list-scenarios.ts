import type { JsonObject } from "@np6/openapi-document";
import type { Specification } from "../api/read-specification.ts";
import { answerScenarios } from "./answer-scenarios.ts";
import { batchScenarios } from "./batch-scenarios.ts";
import { keyRotatedScenario } from "./key-rotated-scenario.ts";
import { rateLimitScenario } from "./rate-limit-scenario.ts";
import { refusalScenarios } from "./refusal-scenarios.ts";
import type { ScenarioDefinition } from "./scenario-definition.ts";
import { transportScenarios } from "./transport-scenarios.ts";

/** All scenarios that can be played on an API. Which there are, and on which operations, is read from its document. */
export function listScenarios(document: JsonObject, specification: Specification): ScenarioDefinition[] {
  const { operations } = specification;
  return [
    ...refusalScenarios(operations),
    rateLimitScenario(operations),
    keyRotatedScenario(operations),
    ...answerScenarios(document, specification),
    ...batchScenarios(document, specification),
    ...transportScenarios(operations.map(({ operationId }) => operationId)),
  ].filter(({ operationIds }) => operationIds.length > 0);
}
