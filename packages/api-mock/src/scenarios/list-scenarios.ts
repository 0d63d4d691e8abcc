import type { Operation, Specification } from "../api/read-specification.ts";
import { answerScenarios } from "./answer-scenarios.ts";
import { batchScenarios } from "./batch-scenarios.ts";
import { rateLimitScenario } from "./rate-limit-scenario.ts";
import { refusalScenarios } from "./refusal-scenarios.ts";
import type { ScenarioDefinition } from "./scenario-definition.ts";
import { transportScenarios } from "./transport-scenarios.ts";

/** Lists all scenarios of an API. The document determines them and their operations. */
export function listScenarios(specification: Specification): ScenarioDefinition[] {
  const { operations } = specification;
  return [
    ...refusalScenarios(operations),
    rateLimitScenario(operations),
    keyRotatedScenario(operations),
    ...answerScenarios(specification),
    ...batchScenarios(specification),
    ...transportScenarios(operations.map(({ operationId }) => operationId)),
  ].filter(({ operationIds }) => operationIds.length > 0);
}

/** Makes the scenario of a rotated key: the first key is refused with the documented 401, and any other is accepted. */
function keyRotatedScenario(operations: readonly Operation[]): ScenarioDefinition {
  return {
    name: "key-rotated",
    description: "The key of the first request is refused with 401 from then on; any other is accepted.",
    group: "outcome",
    operationIds: operations
      .filter(({ responses, keyHeaders }) => Object.hasOwn(responses, "401") && keyHeaders.length > 0)
      .map(({ operationId }) => operationId),
    defaults: {},
    start: () => {
      let oldKey: string | undefined;
      return ({ key }) => {
        oldKey ??= key;
        return key === oldKey ? { refuse: { status: 401, empty: false } } : {};
      };
    },
  };
}
