import { asList, canonicalJson } from "@np6/openapi-document";
import type { Operation, Specification } from "../api/read-specification.ts";
import type { ContentRequest } from "../content/answer-content.ts";
import { createBatches, readBatch } from "../schemas/batch.ts";
import type { ScenarioDefinition, StartedOptions } from "./scenario-definition.ts";

/** Whether a part of an item has this text as a value. */
function containsText(value: unknown, text: string): boolean {
  if (typeof value !== "object" || value === null) return String(value) === text;
  return Object.values(value).some((part) => containsText(part, text));
}

/** @throws TypeError when the option's status is not a refusal */
function refusalStatus(name: string, { number }: StartedOptions): number {
  const status = number("status");
  if (status >= 400 && status <= 499) return status;
  throw new TypeError(`status of the scenario ${name} must be from 400 to 499: the batch did not run.`);
}

/** Makes the scenarios of batches. */
export function batchScenarios(specification: Specification): ScenarioDefinition[] {
  const batchOf = createBatches(specification);
  const idsWhere = (fits: (operation: Operation) => boolean): string[] =>
    specification.operations.filter(fits).map(({ operationId }) => operationId);
  const read = (operation: Operation) => readBatch(specification, operation);
  const common = {
    group: "outcome",
    operationIds: idsWhere((operation) => read(operation) !== undefined),
  } as const;

  /** Lists the items of a request, each with whether it is for one of the `receivers`, joined by `|`. */
  function itemsOf(
    request: ContentRequest,
    receivers: string,
  ): readonly { item: unknown; isNamed: boolean }[] {
    const batch = batchOf(request.operation, request);
    const names = receivers === "" ? [] : receivers.split("|");
    const items = asList(request.body);
    return items.map((item) => {
      const who = names.length === 0 ? undefined : batch?.who(item);
      return { item, isNamed: names.some((name) => containsText(who, name)) };
    });
  }

  return [
    {
      ...common,
      name: "batch-too-large",
      description: "A batch of more than `limit` items is refused with `status`, and nothing is executed.",
      defaults: { limit: 100, status: 413 },
      start: (options) => {
        const limit = options.number("limit");
        const status = refusalStatus("batch-too-large", options);
        return () => ({
          refuseBody: (request) => {
            const { length } = itemsOf(request, "");
            const detail = `A batch has at most ${limit} items, and this one has ${length}.`;
            return length > limit ? { status, detail } : undefined;
          },
        });
      },
    },
    {
      ...common,
      name: "poison",
      description:
        "A batch with `receiver` in it is refused with `status` as a whole, and nothing is executed.",
      defaults: { receiver: "", status: 400 },
      required: ["receiver"],
      start: (options) => {
        const receiver = options.text("receiver");
        const status = refusalStatus("poison", options);
        return () => ({
          refuseBody: (request) => {
            const at = itemsOf(request, receiver).findIndex(({ isNamed }) => isNamed);
            return at < 0 ? undefined : { status, detail: `Item ${at} cannot be read.` };
          },
        });
      },
    },
    {
      ...common,
      name: "short-answer",
      description: "A batch is executed, and the response has no results for its last `missing` items.",
      defaults: { missing: 1 },
      start:
        ({ number }) =>
        () => ({
          changeBody: (body) =>
            Array.isArray(body) ? body.slice(0, Math.max(0, body.length - number("missing"))) : body,
        }),
    },
    {
      ...common,
      name: "partial-failure",
      description:
        "The last `failures` items of a batch fail, or those for `receiver`, or `percent` of all, as an example of the document shows; the status is 200.",
      operationIds: idsWhere((operation) => read(operation)?.failure !== undefined),
      defaults: { failures: 1, receiver: "", percent: 0 },
      start:
        ({ number, text }, draw) =>
        () => ({
          changeBody: (body, request) => {
            const items = itemsOf(request, text("receiver"));
            const batch = batchOf(request.operation, request);
            const fail = batch?.failure;
            if (!Array.isArray(body) || fail === undefined) return body;
            const byChoice = text("receiver") !== "" || number("percent") > 0;
            const last = byChoice ? items.length : items.length - number("failures");
            return body.map((result, index) => {
              const { item, isNamed } = items[index] ?? { item: undefined, isNamed: false };
              const isHit = draw(canonicalJson(batch?.who(item))) * 100 < number("percent");
              return isNamed || isHit || index >= last ? fail(item) : result;
            });
          },
        }),
    },
  ];
}
