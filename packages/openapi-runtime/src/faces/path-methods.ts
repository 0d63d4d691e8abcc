import type { Failures } from "../failures/create-failures.ts";
import type { AnsweredFailure } from "../failures/failure.ts";
import { type CallInit, callOptionNames } from "../options/call-options.ts";
import { checkOptions } from "../options/check-options.ts";
import { serializerNames } from "../options/serializers.ts";
import type { AnswerHeaders, Outcome } from "../sending/outcome.ts";
import type { ApiDescription } from "../table/api-description.ts";
import type { DeclaredAnswers, FirstRequestMediaType, TableEntryAt } from "../table/table-entry.ts";
import { indexOperations } from "./find-operation.ts";
import type { MakeCall } from "./make-call.ts";
import type {
  DefaultAccept,
  DefaultContentType,
  FetchInit,
  OperationData,
  OperationRefusal,
  OperationShape,
  OptionalWhenEmpty,
  SuccessMediaType,
} from "./operation-types.ts";

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

type Method = (typeof methods)[number];

type PathsWith<Paths, M extends Method> = {
  [Path in keyof Paths]: Paths[Path] extends { [K in Lowercase<M>]: OperationShape } ? Path : never;
}[keyof Paths];

type OperationAt<Paths, Path extends keyof Paths, M extends Method> = Paths[Path] extends {
  [K in Lowercase<M>]: infer Operation extends OperationShape;
}
  ? Operation
  : never;

/**
 * Result of a call by method and path. It has openapi-fetch's shape, with `error` set on every failure. It also has the
 * request id and the rate limit.
 */
export type FetchResult<Operation extends OperationShape, Accept = SuccessMediaType<Operation>> =
  | ({ readonly data: OperationData<Operation, Accept>; readonly error?: never } & AnswerHeaders)
  | ({
      readonly data?: never;
      readonly error: AnsweredFailure<OperationRefusal<Operation>>;
    } & AnswerHeaders);

type FetchMethod<Paths, M extends Method, Api, Preferred> = <
  Path extends PathsWith<Paths, M>,
  const Accept extends SuccessMediaType<OperationAt<Paths, Path, M>> = DefaultAccept<
    OperationAt<Paths, Path, M>,
    Preferred,
    DeclaredAnswers<TableEntryAt<Api, M, Path>>
  >,
>(
  path: Path,
  ...init: OptionalWhenEmpty<
    FetchInit<
      OperationAt<Paths, Path, M>,
      Accept,
      DefaultContentType<
        OperationAt<Paths, Path, M>,
        Preferred,
        FirstRequestMediaType<TableEntryAt<Api, M, Path>>
      >
    >
  >
) => Promise<FetchResult<OperationAt<Paths, Path, M>, Accept>>;

/**
 * openapi-fetch's calls: `POST("/things/{id}", { params: { path: { id } }, body })`.
 *
 * A call resolves to `{ data, response }` or `{ error, response }` when a response arrived. Like openapi-fetch, it
 * throws when there is none (connection, abort) or when nothing could be sent (configuration).
 */
export type FetchMethods<Paths, Api = ApiDescription, Preferred = readonly []> = {
  readonly [M in Method]: FetchMethod<Paths, M, Api, Preferred>;
};

/** A call's second argument, before it is typed. */
interface UntypedFetchInit extends Omit<CallInit, keyof Parameters> {
  readonly params?: Parameters;
}

type Parameters = Pick<CallInit, "path" | "query" | "header">;

const optionNames = ["params", ...callOptionNames, ...serializerNames];

/**
 * Makes the eight calls by method and path.
 * @typeParam Methods - types of the calls, by the document that the table is generated from
 */
export function createPathMethods<Methods>(
  api: ApiDescription,
  failures: Failures,
  makeCall: MakeCall,
): Methods {
  const findOperation = indexOperations(api);
  const entries = methods.map((method) => [
    method,
    async (path: string, init: UntypedFetchInit = {}): Promise<Outcome> => {
      try {
        const operation = findOperation(method, path);
        checkOptions(init, method, optionNames, operation);
        const { params = {} } = init;
        checkOptions(params, "`params`", ["path", "query", "header"], operation);
        const outcome = await makeCall(operation, { ...init, ...params });
        if (outcome.response === undefined) throw outcome.error;
        return outcome;
      } catch (thrown) {
        throw failures.outward(thrown);
      }
    },
  ]);
  return Object.fromEntries(entries);
}
