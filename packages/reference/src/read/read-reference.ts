import {
  createOperationTable,
  describedAt,
  type ExampleOperation,
  findOperation,
  isJsonObject,
  type JsonObject,
  listExampleOperations,
  operationParameters,
} from "@np6/openapi-document";
import { type SampleGroup, sampleGroups } from "../samples/sample-group.ts";
import { type ObserveAnswer, type ReferenceAnswer, referenceAnswers } from "./reference-answers.ts";

/** An operation with the content of its page. */
export interface ReferenceOperation {
  readonly call: ExampleOperation;
  readonly described: JsonObject;
  readonly parameters: readonly JsonObject[];
  /** Undefined when the operation accepts no body. */
  readonly requestBody: JsonObject | undefined;
  readonly answers: readonly ReferenceAnswer[];
  readonly sampleGroups: readonly SampleGroup[];
}

/** Reads the operations of a bundled document, in its order. */
export async function readReference(
  document: JsonObject,
  observe: ObserveAnswer,
): Promise<readonly ReferenceOperation[]> {
  const operations = listExampleOperations(document, createOperationTable(document).table).map(
    async (call) => {
      const found = findOperation(document, call);
      const described = found?.operation ?? {};
      const answers = await referenceAnswers(document, call, described.responses, observe);
      return {
        call,
        described,
        parameters: found === undefined ? [] : operationParameters(document, found).map(({ value }) => value),
        requestBody: isJsonObject(described.requestBody)
          ? describedAt(document, described.requestBody)
          : undefined,
        answers,
        sampleGroups: sampleGroups(call, answers),
      };
    },
  );
  return Promise.all(operations);
}
