import type { JsonObject } from "@np6/openapi-document";
import type { Specification } from "../read-specification.ts";
import { readBatch } from "../schemas/batch.ts";
import type { AnswerContent } from "./answer-content.ts";

/** Answers a batch with one result for each item, in their order, made of the document's examples. */
export function batchContent(document: JsonObject, specification: Specification): AnswerContent {
  const batches = new Map(
    specification.operations.map((operation) => [
      operation.operationId,
      readBatch(document, specification, operation),
    ]),
  );
  return {
    plan: ({ operation, body }) => {
      const batch = batches.get(operation.operationId);
      if (batch === undefined || !Array.isArray(body)) return undefined;
      return { carryOut: () => body.map((item, index) => batch.success(index, item)) };
    },
    reset: () => {},
  };
}
