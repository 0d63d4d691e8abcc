import type { Operation } from "../api/read-specification.ts";
import type { ScenarioDefinition } from "./scenario-definition.ts";

/** The key that comes first is from then on an old one: it is refused with the documented 401, and any other is accepted. */
export function keyRotatedScenario(operations: readonly Operation[]): ScenarioDefinition {
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
