import { isDeepStrictEqual } from "node:util";
import { asList, canonicalJson } from "@np6/openapi-document";
import type { Operation, Specification } from "../api/read-specification.ts";
import type { ContentRequest } from "../content/answer-content.ts";
import { type Batch, createBatches, readBatch } from "../schemas/batch.ts";
import { requestBody } from "../schemas/json-body.ts";
import { itemSchemas, sameValueSchemas } from "../schemas/subschemas.ts";

/** Lists the receivers for whom a request was executed, as canonical JSON. */
export type FindExecuted = (request: ContentRequest, answer: unknown) => readonly string[];

/**
 * Derives executions from a document: the items of a batch, and the body of another POST with a single such item. An
 * item whose result has the type of the failure example was not executed; one without a result was.
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
      const bodySchema = schemasOf(requestBody(specification, operation)?.schema);
      if (operation.method === "POST" && items.some((item) => isDeepStrictEqual(item, bodySchema))) {
        singles.set(operation.operationId, batch);
      }
    }
  }
  return (request, answer) => {
    const { operation, body } = request;
    const single = singles.get(operation.operationId);
    const batch: Batch | undefined = batchOf(single ?? operation, single === undefined ? request : {});
    if (batch === undefined) return [];
    const items = single === undefined ? asList(body) : [body];
    const results = single === undefined ? asList(answer) : [answer];
    return items
      .filter((_, index) => !batch.isFailure(results[index]))
      .map((item) => canonicalJson(batch.who(item)));
  };
}
