import type { JsonObject } from "@np6/openapi-document";
import type { Operation, Specification } from "../api/read-specification.ts";
import type { ContentRequest } from "../content/answer-content.ts";
import { createBatches, readBatch } from "../schemas/batch.ts";
import type { ScenarioDefinition } from "./scenario-definition.ts";

/** Whether a part of an item holds this text as one of its values. */
function holds(value: unknown, text: string): boolean {
  if (typeof value !== "object" || value === null) return String(value) === text;
  return Object.values(value).some((part) => holds(part, text));
}

/** What befalls a list of items that are sent at once. */
export function batchScenarios(document: JsonObject, specification: Specification): ScenarioDefinition[] {
  const batchOf = createBatches(document, specification);
  const idsWhere = (fits: (operation: Operation) => boolean): string[] =>
    specification.operations.filter(fits).map(({ operationId }) => operationId);
  const read = (operation: Operation) => readBatch(document, specification, operation);
  const common = {
    group: "outcome",
    operationIds: idsWhere((operation) => read(operation) !== undefined),
  } as const;

  /** The items of a request, each with whether it is for one of the receivers, which are joined by `|`. */
  function itemsOf(
    request: ContentRequest,
    receivers: string,
  ): readonly { item: unknown; isNamed: boolean }[] {
    const batch = batchOf(request.operation, request);
    const names = receivers === "" ? [] : receivers.split("|");
    const items: readonly unknown[] = Array.isArray(request.body) ? request.body : [];
    return items.map((item) => {
      const who = names.length === 0 ? undefined : batch?.who(item);
      return { item, isNamed: names.some((name) => holds(who, name)) };
    });
  }

  return [
    {
      ...common,
      name: "batch-too-large",
      description: "A batch of more than `limit` items is refused with `status`, and none of them runs.",
      defaults: { limit: 100, status: 413 },
      start:
        ({ number }) =>
        () => ({
          refuseBody: (request) => {
            const { length } = itemsOf(request, "");
            const detail = `A batch has at most ${number("limit")} items, and this one has ${length}.`;
            return length > number("limit") ? { status: number("status"), detail } : undefined;
          },
        }),
    },
    {
      ...common,
      name: "poison",
      description:
        "A batch with `receiver` in it is refused with `status` as a whole, and none of its items runs.",
      defaults: { receiver: "", status: 400 },
      start:
        ({ number, text }) =>
        () => ({
          refuseBody: (request) => {
            const at = itemsOf(request, text("receiver")).findIndex(({ isNamed }) => isNamed);
            return at < 0 ? undefined : { status: number("status"), detail: `Item ${at} cannot be read.` };
          },
        }),
    },
    {
      ...common,
      name: "short-answer",
      description: "A batch is carried out, and the results of its last `missing` items are not answered.",
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
        "The last `failures` items of a batch fail, or those for `receiver`, or `percent` of all, as an example of the document shows; the answer is a 200.",
      operationIds: idsWhere((operation) => read(operation)?.failure !== undefined),
      defaults: { failures: 1, receiver: "", percent: 0 },
      start:
        ({ number, text }, random) =>
        () => ({
          changeBody: (body, request) => {
            const items = itemsOf(request, text("receiver"));
            const fail = batchOf(request.operation, request)?.failure;
            if (!Array.isArray(body) || fail === undefined) return body;
            const byChoice = text("receiver") !== "" || number("percent") > 0;
            const last = byChoice ? items.length : items.length - number("failures");
            return body.map((result, index) => {
              const isHit = random() * 100 < number("percent");
              const { item, isNamed } = items[index] ?? { item: undefined, isNamed: false };
              return isNamed || isHit || index >= last ? fail(item) : result;
            });
          },
        }),
    },
  ];
}
