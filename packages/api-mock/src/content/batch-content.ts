import type { JsonObject } from "@np6/openapi-document";
import type { Specification } from "../api/read-specification.ts";
import { createBatches } from "../schemas/batch.ts";
import type { AnswerContent } from "./answer-content.ts";

/** Answers a batch with one result for each item, in their order, made of the document's examples. */
export function batchContent(document: JsonObject, specification: Specification): AnswerContent {
  const batchOf = createBatches(document, specification);
  return {
    plan: (request) => {
      const batch = batchOf(request.operation, request);
      const { body } = request;
      if (batch === undefined || !Array.isArray(body)) return undefined;
      return { carryOut: () => body.map((item, index) => batch.success(index, item)) };
    },
    reset: () => {},
  };
}
