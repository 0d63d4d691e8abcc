import type { operations } from "@np6/api-types";
import type * as runtime from "@np6/openapi-runtime";
import type { api } from "./generated/operations.gen.ts";

// The types of calls, with the defaults of the NP6 API. Of several media types it is the first that the spec declares,
// as in a call that names none. So code that names such a type does not change when the spec gets one more.

/** The operationIds of an operation's type. Operations of the same shape share them. */
type IdOf<Operation> = {
  [Id in keyof operations]: [Operation, operations[Id]] extends [operations[Id], Operation] ? Id : never;
}[keyof operations];

/** Of an operation that is not the API's, every media type. */
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

/** Leaves of the bodies, which are told apart by `contentType`, the one of a media type. */
interface SentAs<ContentType> {
  readonly contentType?: ContentType | undefined;
}

/**
 * What an operation answers on success: the body, `undefined` for an empty one.
 * @typeParam Accept - the media type asked for. Default: of each success the first that the spec declares
 */
export type OperationData<
  Operation extends runtime.OperationShape,
  Accept = Accepted<Operation>,
> = runtime.OperationData<Operation, Accept>;

/**
 * What a call by method and path resolves to. It is openapi-fetch's shape, with `error` set on every failure, and
 * beside it the request id and the rate limit.
 * @typeParam Accept - the media type asked for. Default: of each success the first that the spec declares
 */
export type FetchResult<
  Operation extends runtime.OperationShape,
  Accept = Accepted<Operation>,
> = runtime.FetchResult<Operation, Accept>;

/**
 * What an operation method takes: `{ path, query, header, body }` as the spec declares them, and call options.
 * @typeParam Accept - what `accept` may be. Default: of each success the first that the spec declares
 * @typeParam ContentType - the media type of the body. Default: the first that the spec declares
 */
export type OperationInput<
  Operation extends runtime.OperationShape,
  Accept = Accepted<Operation>,
  ContentType = Sent<Operation>,
> = runtime.OperationInput<Operation, Accept, ContentType> & SentAs<ContentType>;

/**
 * What a call by method and path takes: openapi-fetch's `{ params, body }`, and call options.
 * @typeParam Accept - what `accept` may be. Default: of each success the first that the spec declares
 * @typeParam ContentType - the media type of the body. Default: the first that the spec declares
 */
export type FetchInit<
  Operation extends runtime.OperationShape,
  Accept = Accepted<Operation>,
  ContentType = Sent<Operation>,
> = runtime.FetchInit<Operation, Accept, ContentType> & SentAs<ContentType>;
