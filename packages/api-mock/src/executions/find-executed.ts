import { isDeepStrictEqual } from "node:util";
import type { Operation, Specification } from "../api/read-specification.ts";
import type { ContentRequest } from "../content/answer-content.ts";
import { type Batch, createBatches, readBatch } from "../schemas/batch.ts";
import { requestBody } from "../schemas/json-body.ts";
import { itemSchemas, sameValueSchemas } from "../schemas/subschemas.ts";
import { canonicalJson } from "./canonical-json.ts";

/** Says for whom a request was carried out, as canonical JSON. */
export type FindExecuted = (request: ContentRequest, answer: unknown) => readonly string[];

/**
 * Reads from a document what an execution is: an item of a batch, and the body of another POST that takes one such item alone.
 * An item whose result is of the kind that the document shows for a failure was not carried out; one without a result was.
 */
export function findExecuted(specification: Specification): FindExecuted {
  const { document } = specification;
  const batchOf = createBatches(specification);
  const batches = specification.operations.filter((operation) => readBatch(specification, operation));
  const schemasOf = (schema: unknown): unknown => sameValueSchemas(document, schema)[0];
  const singles = new Map<string, Operation>();
  for (const batch of batches) {
    const items = itemSchemas(document, requestBody(specification, batch)?.schema).map(schemasOf);
    for (const operation of specification.operations) {
      const taken = schemasOf(requestBody(specification, operation)?.schema);
      if (operation.method === "POST" && items.some((item) => isDeepStrictEqual(item, taken))) {
        singles.set(operation.operationId, batch);
      }
    }
  }
  return (request, answer) => {
    const { operation, body } = request;
    const single = singles.get(operation.operationId);
    const batch: Batch | undefined = batchOf(single ?? operation, single === undefined ? request : {});
    if (batch === undefined) return [];
    const items: readonly unknown[] = single === undefined ? (Array.isArray(body) ? body : []) : [body];
    const results: readonly unknown[] =
      single === undefined ? (Array.isArray(answer) ? answer : []) : [answer];
    return items
      .filter((_, index) => !batch.isFailure(results[index]))
      .map((item) => canonicalJson(batch.who(item)));
  };
}
