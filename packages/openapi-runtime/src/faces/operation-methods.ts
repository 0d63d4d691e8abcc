import type { Failures } from "../failures/create-failures.ts";
import { type CallInit, callOptionNames } from "../options/call-options.ts";
import { checkOptions } from "../options/check-options.ts";
import type { Outcome } from "../sending/outcome.ts";
import type { ApiDescription } from "../table/api-description.ts";
import type { DeclaredAnswers, FirstRequestMediaType, TableEntry } from "../table/table-entry.ts";
import type { MakeCall } from "./make-call.ts";
import type {
  DefaultAccept,
  DefaultContentType,
  OperationData,
  OperationInput,
  OperationShape,
  OptionalWhenEmpty,
  SuccessMediaType,
} from "./operation-types.ts";

type OperationMethod<Operation extends OperationShape, Preferred, First, Answers> = <
  const Accept extends SuccessMediaType<Operation> = DefaultAccept<Operation, Preferred, Answers>,
>(
  ...input: OptionalWhenEmpty<
    OperationInput<Operation, Accept, DefaultContentType<Operation, Preferred, First>>
  >
) => Promise<OperationData<Operation, Accept>>;

/**
 * One method per operationId, computed from what openapi-typescript generates. That is slow to compile, so a client is typed
 * by generated signatures where an operation has one media type at most; this is for the others. Each method takes the operation's parameters and body in one object, resolves to the body of
 * a success, and throws one of the client's failures otherwise.
 * @typeParam Api - the operation table as a constant, which knows the order of media types
 * @typeParam Preferred - the client's preferred media types, best first
 */
export type OperationMethods<Operations, Api = ApiDescription, Preferred = readonly []> = {
  readonly [Id in keyof Operations]: Operations[Id] extends OperationShape
    ? OperationMethod<
        Operations[Id],
        Preferred,
        FirstRequestMediaType<TableEntry<Api, Id>>,
        DeclaredAnswers<TableEntry<Api, Id>>
      >
    : never;
};

const known = ["path", "query", "header", ...callOptionNames];

/**
 * Makes a method for every operation of the table.
 * @typeParam Methods - what the methods are, by the same document that the table is generated from
 */
export function createOperationMethods<Methods>(
  api: ApiDescription,
  failures: Failures,
  makeCall: MakeCall,
): Methods {
  const entries = Object.entries(api.operations).map(([operationId, description]) => {
    const operation = { operationId, ...description };
    // Not async: that would double what such a small function takes.
    const method = (input: CallInit = {}): Promise<unknown> => {
      try {
        checkOptions(input, operationId, known, operation);
        return makeCall(operation, input).then(dataOf);
      } catch (refusal) {
        return Promise.reject(failures.outward(refusal));
      }
    };
    return [operationId, method];
  });
  return Object.fromEntries(entries);
}

function dataOf({ data, error }: Outcome): unknown {
  if (error !== undefined) throw error;
  return data;
}
