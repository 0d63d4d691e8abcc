import type { ScenarioDefinition } from "./scenario-definition.ts";

/** Makes the scenarios of the network and of gateways; every operation supports them. */
export function transportScenarios(operationIds: readonly string[]): ScenarioDefinition[] {
  return [
    {
      name: "latency",
      description:
        "The response is sent after `milliseconds`, and up to `jitter` milliseconds more, at random. `tail` (percent) makes few very late. With `ran` 1, the request is executed before the wait.",
      group: "pace",
      operationIds,
      defaults: { milliseconds: 1000, jitter: 0, tail: 0, ran: 0 },
      start:
        ({ number }, draw) =>
        ({ about }) => {
          // The latency is log-normal, like that of servers. With a tail of 100 the median stays; 1 in 20 takes 5 times
          // as long, and 1 in 100 takes 10 times as long.
          const stretch = Math.exp((number("tail") / 100) * normal(() => draw(about())));
          const delay = number("milliseconds") * stretch + draw(about()) * number("jitter");
          const wait = Math.min(Math.round(delay), 2 ** 31 - 1);
          return number("ran") > 0 ? { answerDelay: wait } : { delay: wait };
        },
    },
    {
      name: "slow-body",
      description:
        "The head is sent at once, the body in `pieces`, each `milliseconds` after the previous one.",
      group: "pace",
      operationIds,
      defaults: { pieces: 10, milliseconds: 100 },
      start:
        ({ number }) =>
        () => ({ pieces: { count: Math.max(1, number("pieces")), pause: number("milliseconds") } }),
    },
    {
      name: "reset-before",
      description: "The connection is reset before the API sees the request: it is not executed.",
      group: "outcome",
      operationIds,
      defaults: {},
      start: () => () => ({ reset: "before" }),
    },
    {
      name: "reset-after",
      description: "The request is executed, then the connection is reset instead of a response.",
      group: "outcome",
      operationIds,
      defaults: {},
      start: () => () => ({ reset: "after" }),
    },
    ...[200, 502].map(
      (status): ScenarioDefinition => ({
        name: `gateway-page-${status}`,
        description: `A gateway before the API responds with an HTML page and ${status}. The request is not passed on; with \`ran\` 1, it is executed.`,
        group: "outcome",
        operationIds,
        defaults: { ran: 0 },
        start:
          ({ number }) =>
          () => ({ page: { status }, ran: number("ran") > 0 }),
      }),
    ),
  ];
}

/** Returns a normally distributed number, by Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
