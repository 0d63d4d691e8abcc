import { STATUS_CODES } from "node:http";
import type { Operation } from "../api/read-specification.ts";
import type { ScenarioDefinition } from "./scenario-definition.ts";

/** Converts `Not Found` to `not-found`; a status without a phrase is named by its number. */
function refusalName(status: number): string {
  return (STATUS_CODES[status] ?? `status ${status}`).toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}

/** Makes a scenario for every documented refusal, and one more for each whose body may be empty. */
export function refusalScenarios(operations: readonly Operation[]): ScenarioDefinition[] {
  const statuses = operations.flatMap(({ responses }) => Object.keys(responses));
  const refused = [...new Set(statuses)].filter((status) => /^[45]\d\d$/.test(status)).sort();
  return refused.flatMap((status) => {
    const code = Number(status);
    const name = refusalName(code);
    const documented = operations.filter(({ responses }) => Object.hasOwn(responses, status));
    const mayBeEmpty = documented.filter(({ responses }) => responses[status]?.bodyMayBeEmpty);
    // After a 4xx nothing ran; a 5xx may come after the whole execution.
    const common = { group: "outcome", defaults: code < 500 ? {} : { ran: 0 } } as const;
    const after = code < 500 ? "" : " With `ran` 1, the request is executed before.";
    const refuse =
      (empty: boolean): ScenarioDefinition["start"] =>
      ({ number }) =>
      () => ({ refuse: { status: code, empty }, ran: number("ran") > 0 });
    return [
      {
        ...common,
        name,
        description: `The API refuses with the documented ${status}.${after}`,
        operationIds: documented.map(({ operationId }) => operationId),
        start: refuse(false),
      },
      {
        ...common,
        name: `${name}-empty`,
        description: `The API refuses with ${status} and an empty body.${after}`,
        operationIds: mayBeEmpty.map(({ operationId }) => operationId),
        start: refuse(true),
      },
    ];
  });
}
