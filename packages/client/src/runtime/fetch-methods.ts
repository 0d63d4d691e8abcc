import type { AnsweredFailure } from "./answered-failure.ts";
import type { CallInit } from "./call-init.ts";
import { checkOptions } from "./check-options.ts";
import type { Call } from "./create-call.ts";
import type { FindOperation } from "./find-operation.ts";
import type {
  FetchInit,
  OperationData,
  OperationRefusal,
  OperationShape,
  OptionalWhenEmpty,
  SuccessMediaType,
} from "./operation-types.ts";
import type { Outcome } from "./send.ts";

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
 * What a call by method and path resolves to: openapi-fetch's shape, with `error` set on every failure. `response`
 * is for its status and headers; its body has been read.
 */
export type FetchResult<Operation extends OperationShape, Accept = SuccessMediaType<Operation>> =
  | { readonly data: OperationData<Operation, Accept>; readonly error?: never; readonly response: Response }
  | {
      readonly data?: never;
      readonly error: AnsweredFailure<OperationRefusal<Operation>>;
      readonly response: Response;
    };

type FetchMethod<Paths, M extends Method> = <
  Path extends PathsWith<Paths, M>,
  const Accept extends SuccessMediaType<OperationAt<Paths, Path, M>> = SuccessMediaType<
    OperationAt<Paths, Path, M>
  >,
>(
  path: Path,
  ...init: OptionalWhenEmpty<FetchInit<OperationAt<Paths, Path, M>, Accept>>
) => Promise<FetchResult<OperationAt<Paths, Path, M>, Accept>>;

/**
 * openapi-fetch's calls: `POST("/things/{id}", { params: { path: { id } }, body })`.
 *
 * Each resolves to `{ data, response }` or `{ error, response }` once an answer came, and throws, as openapi-fetch
 * does, when there is none (connection, abort) or nothing could be sent (configuration).
 */
export type FetchMethods<Paths> = { readonly [M in Method]: FetchMethod<Paths, M> };

/** A call's second argument, before its types are known. */
interface UntypedFetchInit extends Omit<CallInit, keyof Parameters> {
  readonly params?: Parameters;
}

type Parameters = Pick<CallInit, "path" | "query" | "header">;

const known = ["params", "body", "headers", "signal", "accept", "contentType"];

/** Builds the eight calls by method and path over the one core. */
export function createFetchMethods<Paths>(call: Call, findOperation: FindOperation): FetchMethods<Paths> {
  const entries = methods.map((method) => [
    method,
    async (path: string, init: UntypedFetchInit = {}): Promise<Outcome> => {
      const operation = findOperation(method, path);
      checkOptions(init, method, known, operation);
      const { params = {}, ...options } = init;
      checkOptions(params, "`params`", ["path", "query", "header"], operation);
      const outcome = await call(operation, { ...params, ...options });
      if (outcome.response === undefined) throw outcome.error;
      return outcome;
    },
  ]);
  return Object.fromEntries(entries);
}
