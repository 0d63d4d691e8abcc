import type { Failures } from "../failures/create-failures.ts";
import { type CallInit, callOptionNames } from "../options/call-options.ts";
import { checkOptions } from "../options/check-options.ts";
import type { DryRun } from "../request/dry-run.ts";
import type { AnswerHeaders, Outcome } from "../sending/outcome.ts";
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
) => CallPromise<OperationData<Operation, Accept>>;

/** The data of a success, with the response's status and headers. */
export type Answered<Data> = { readonly data: Data } & AnswerHeaders;

/** A promise of a call's data. `withResponse` resolves to the data and to the response's status and headers. */
export type CallPromise<Data> = Promise<Data> & { readonly withResponse: () => Promise<Answered<Data>> };

/**
 * One method per operationId, computed from the types of openapi-typescript. That is slow to compile, so operations
 * with at most one media type have generated signatures instead. Each method accepts the operation's parameters and
 * body in one object, and resolves to the body of a success. Otherwise it throws one of the client's failures.
 * @typeParam Api - the operation table as a constant, which contains the order of media types
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

/** The same methods, which resolve to the request that a call would send. */
export type DryRunMethods<Methods> = {
  readonly [Id in keyof Methods]: Methods[Id] extends (...input: infer Input) => unknown
    ? (...input: Input) => Promise<DryRun>
    : never;
};

const inputNames = ["path", "query", "header", ...callOptionNames];

/**
 * Makes a method for every operation of the table.
 * @typeParam Methods - types of the methods, by the document that the table is generated from
 */
export function createOperationMethods<Methods>(
  api: ApiDescription,
  failures: Failures,
  makeCall: MakeCall,
): Methods {
  const entries = Object.entries(api.operations).map(([operationId, description]) => {
    const operation = { operationId, ...description };
    // Not async: that would double the time of such a small function.
    const method = (input: CallInit = {}): CallPromise<unknown> => {
      try {
        checkOptions(input, operationId, inputNames, operation);
        return callPromise(makeCall(operation, input), failures);
      } catch (refusal) {
        return callPromise(Promise.reject(refusal), failures);
      }
    };
    return [operationId, method];
  });
  return Object.fromEntries(entries);
}

function callPromise(outcome: Promise<Outcome>, { outward }: Failures): CallPromise<unknown> {
  const rethrow = (thrown: unknown): never => {
    throw outward(thrown);
  };
  const data = outcome.then(dataOf, rethrow);
  const withResponse = (): Promise<Answered<unknown>> => {
    // A caller of `withResponse` gets the failure there.
    data.catch(() => undefined);
    return outcome.then(answeredOf, rethrow);
  };
  return Object.assign(data, { withResponse });
}

function dataOf({ data, error }: Outcome): unknown {
  if (error !== undefined) throw error;
  return data;
}

function answeredOf(outcome: Outcome): Answered<unknown> {
  if (outcome.error !== undefined) throw outcome.error;
  const { data, response, requestId, rateLimit } = outcome;
  return { data, response, requestId, rateLimit };
}
