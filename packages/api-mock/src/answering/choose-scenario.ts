import { parseScenario } from "../scenarios/parse-scenario.ts";
import type { ScenarioRequest } from "../scenarios/scenario-definition.ts";
import { scenarioHeader } from "../scenarios/scenario-header.ts";
import type { Performance, ScenarioStage } from "../scenarios/scenario-stage.ts";
import type { Refusal } from "../wire/refusal.ts";

/**
 * Plays what is on, and what the request itself asks for in its header.
 *
 * @returns what is played, or a refusal (400) when the header asks for what there is not
 */
export function chooseScenario(
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
