import type { ScenarioDefinition } from "./scenario-definition.ts";

/** What the network and what stands before the API do; it fits every operation. */
export function transportScenarios(
  operationIds: readonly string[],
  random: () => number = Math.random,
): ScenarioDefinition[] {
  return [
    {
      name: "latency",
      description: "The answer comes after `milliseconds`, and up to `jitter` milliseconds more, at random.",
      group: "pace",
      operationIds,
      defaults: { milliseconds: 1000, jitter: 0 },
      start:
        ({ milliseconds = 0, jitter = 0 }) =>
        () => ({ delay: milliseconds + Math.round(random() * jitter) }),
    },
    {
      name: "slow-body",
      description: "The head comes at once, the body in `pieces`, each `milliseconds` after the one before.",
      group: "pace",
      operationIds,
      defaults: { pieces: 10, milliseconds: 100 },
      start:
        ({ pieces = 1, milliseconds = 0 }) =>
        () => ({ pieces: { count: Math.max(1, pieces), pause: milliseconds } }),
    },
    {
      name: "reset-before",
      description: "The connection is reset before the API sees the request: it did not run.",
      group: "outcome",
      operationIds,
      defaults: {},
      start: () => () => ({ reset: "before" }),
    },
    {
      name: "reset-after",
      description: "The request is carried out, then the connection is reset instead of an answer.",
      group: "outcome",
      operationIds,
      defaults: {},
      start: () => () => ({ reset: "after" }),
    },
    ...[200, 502].map(
      (status): ScenarioDefinition => ({
        name: `gateway-page-${status}`,
        description: `A gateway before the API answers an HTML page with ${status}; the request gets no further.`,
        group: "outcome",
        operationIds,
        defaults: {},
        start: () => () => ({ page: { status } }),
      }),
    ),
  ];
}
