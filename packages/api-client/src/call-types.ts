import type { operations } from "@np6/api-types";
import type { api } from "./generated/operations.gen.ts";
import type { DeclaredAnswers } from "./runtime/declared-answers.ts";
import type * as fetchMethods from "./runtime/fetch-methods.ts";
import type { FirstRequestMediaType } from "./runtime/first-request-media-type.ts";
import type * as types from "./runtime/operation-types.ts";
import type { TableEntry } from "./runtime/table-entry.ts";

// The types of calls, with the defaults of the NP6 API: of several media types the first that the spec declares, as in a call
// that names none. So code that names such a type does not change when the spec gets one more.

/** The operationIds of an operation's type. Operations of the same shape share them. */
type IdOf<Operation> = {
  [Id in keyof operations]: [Operation, operations[Id]] extends [operations[Id], Operation] ? Id : never;
}[keyof operations];

/** Of an operation that is not the API's, every media type. */
type Accepted<Operation extends types.OperationShape> = [IdOf<Operation>] extends [never]
  ? types.SuccessMediaType<Operation>
  : types.DefaultAccept<Operation, readonly [], DeclaredAnswers<TableEntry<typeof api, IdOf<Operation>>>>;

type Sent<Operation extends types.OperationShape> = FirstRequestMediaType<
  TableEntry<typeof api, IdOf<Operation>>
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
  Operation extends types.OperationShape,
  Accept = Accepted<Operation>,
> = types.OperationData<Operation, Accept>;

/**
 * What a call by method and path resolves to: openapi-fetch's shape, with `error` set on every failure, and beside it
 * the request id and the rate limit.
 * @typeParam Accept - the media type asked for. Default: of each success the first that the spec declares
 */
export type FetchResult<
  Operation extends types.OperationShape,
  Accept = Accepted<Operation>,
> = fetchMethods.FetchResult<Operation, Accept>;

/**
 * What an operation method takes: `{ path, query, header, body }` as the spec declares them, and call options.
 * @typeParam Accept - what `accept` may be. Default: of each success the first that the spec declares
 * @typeParam ContentType - the media type of the body. Default: the first that the spec declares
 */
export type OperationInput<
  Operation extends types.OperationShape,
  Accept = Accepted<Operation>,
  ContentType = Sent<Operation>,
> = types.OperationInput<Operation, Accept, ContentType> & SentAs<ContentType>;

/**
 * What a call by method and path takes: openapi-fetch's `{ params, body }`, and call options.
 * @typeParam Accept - what `accept` may be. Default: of each success the first that the spec declares
 * @typeParam ContentType - the media type of the body. Default: the first that the spec declares
 */
export type FetchInit<
  Operation extends types.OperationShape,
  Accept = Accepted<Operation>,
  ContentType = Sent<Operation>,
> = types.FetchInit<Operation, Accept, ContentType> & SentAs<ContentType>;
