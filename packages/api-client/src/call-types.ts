import type { operations } from "@np6/api-types";
import type * as runtime from "@np6/openapi-runtime";
import type { api } from "./generated/operations.gen.ts";

// The types of calls, with the defaults of the NP6 API. The default media type is the first that the spec declares, as
// in a call without `accept`. So code with such a type does not change when the spec adds a media type.

/** The operationIds of an operation's type. Operations of the same shape share a type. */
type IdOf<Operation> = {
  [Id in keyof operations]: [Operation, operations[Id]] extends [operations[Id], Operation] ? Id : never;
}[keyof operations];

/** Every media type, for an operation that is not the API's. */
type Accepted<Operation extends runtime.OperationShape> = [IdOf<Operation>] extends [never]
  ? runtime.SuccessMediaType<Operation>
  : runtime.DefaultAccept<
      Operation,
      readonly [],
      runtime.DeclaredAnswers<runtime.TableEntry<typeof api, IdOf<Operation>>>
    >;

type Sent<Operation extends runtime.OperationShape> = runtime.FirstRequestMediaType<
  runtime.TableEntry<typeof api, IdOf<Operation>>
>;

/** Selects the body of one media type from a union whose members differ by `contentType`. */
interface SentAs<ContentType> {
  readonly contentType?: ContentType | undefined;
}

/**
 * Body of an operation's success; `undefined` for an empty one.
 * @typeParam Accept - the requested media type. Default: of each success the first that the spec declares
 */
export type OperationData<
  Operation extends runtime.OperationShape,
  Accept = Accepted<Operation>,
> = runtime.OperationData<Operation, Accept>;

/**
 * Result of a call by method and path. It has openapi-fetch's shape, with `error` set on every failure. It also has the
 * request id and the rate limit.
 * @typeParam Accept - the requested media type. Default: of each success the first that the spec declares
 */
export type FetchResult<
  Operation extends runtime.OperationShape,
  Accept = Accepted<Operation>,
> = runtime.FetchResult<Operation, Accept>;

/**
 * Input of an operation method: `{ path, query, header, body }` as the spec declares them, and call options.
 * @typeParam Accept - type of `accept`. Default: of each success the first media type that the spec declares
 * @typeParam ContentType - the media type of the body. Default: the first that the spec declares
 */
export type OperationInput<
  Operation extends runtime.OperationShape,
  Accept = Accepted<Operation>,
  ContentType = Sent<Operation>,
> = runtime.OperationInput<Operation, Accept, ContentType> & SentAs<ContentType>;

/**
 * Input of a call by method and path: openapi-fetch's `{ params, body }`, and call options.
 * @typeParam Accept - type of `accept`. Default: of each success the first media type that the spec declares
 * @typeParam ContentType - the media type of the body. Default: the first that the spec declares
 */
export type FetchInit<
  Operation extends runtime.OperationShape,
  Accept = Accepted<Operation>,
  ContentType = Sent<Operation>,
> = runtime.FetchInit<Operation, Accept, ContentType> & SentAs<ContentType>;
