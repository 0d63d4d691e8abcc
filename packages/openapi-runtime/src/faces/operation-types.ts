import type { HeadersInput } from "../options/call-options.ts";
import type { CallRetryOptions, LimitOptions } from "../options/call-settings.ts";
import type { Serializers } from "../options/serializers.ts";
import type { Member } from "../table/table-entry.ts";

/** An operation as openapi-typescript describes it. */
export interface OperationShape {
  parameters: { query?: unknown; header?: unknown; path?: unknown; cookie?: unknown };
  requestBody?: unknown;
  responses: object;
}

type StatusOf<Operation extends OperationShape> = keyof Operation["responses"];

type DeclaredSuccess<Operation extends OperationShape> = {
  [Status in StatusOf<Operation>]: `${Status & (string | number)}` extends `2${string}` ? Status : never;
}[StatusOf<Operation>];

/** Beside a declared 2xx, `default` is for the refusals; alone, it is for every status. */
type SuccessStatus<Operation extends OperationShape> = [DeclaredSuccess<Operation>] extends [never]
  ? Extract<StatusOf<Operation>, "default">
  : DeclaredSuccess<Operation>;

type MediaTypeOf<Response> = Response extends { content: infer Content } ? keyof Content : never;

type BodyOf<Response, MediaType> = Response extends { content: infer Content }
  ? Content[MediaType & keyof Content]
  : undefined;

/** The media types of an operation's successes: the values of `accept`. */
export type SuccessMediaType<Operation extends OperationShape> = MediaTypeOf<
  Operation["responses"][SuccessStatus<Operation>]
>;

/** The body of an operation's success in a media type; `undefined` when it is empty. */
export type OperationData<Operation extends OperationShape, Accept = SuccessMediaType<Operation>> = BodyOf<
  Operation["responses"][SuccessStatus<Operation>],
  Accept
>;

type RefusalResponse<Operation extends OperationShape> = Operation["responses"][Exclude<
  StatusOf<Operation>,
  DeclaredSuccess<Operation>
>];

/** The bodies that the spec declares for an operation's refusals; `undefined` for an empty one. */
export type OperationRefusal<Operation extends OperationShape> = BodyOf<
  RefusalResponse<Operation>,
  MediaTypeOf<RefusalResponse<Operation>>
>;

type RequestContent<Operation extends OperationShape> = Operation extends { requestBody?: never }
  ? never
  : Operation extends { requestBody?: { content: infer Content } }
    ? Content
    : never;

/** Bodies that a call passes as the platform's form objects, whatever the schema of their fields. */
interface Forms {
  readonly "multipart/form-data": FormData;
  readonly "application/x-www-form-urlencoded": URLSearchParams;
}

/**
 * A union with one variant per media type. Therefore the body must be of the type that `contentType` names. Without
 * `contentType`, it must be of the default one.
 */
type BodyIn<Content, Default> = {
  [MediaType in keyof Content]: MediaType extends Default
    ? {
        readonly body: MediaType extends keyof Forms ? Forms[MediaType] : Content[MediaType];
        /** The media type of the body. Default: the client's preferred one, else the first that the spec declares. */
        readonly contentType?: MediaType | undefined;
      }
    : {
        readonly body: MediaType extends keyof Forms ? Forms[MediaType] : Content[MediaType];
        readonly contentType: MediaType;
      };
}[keyof Content];

interface NoBody {
  readonly body?: undefined;
  readonly contentType?: undefined;
}

type BodyOption<Operation extends OperationShape, Default> = [RequestContent<Operation>] extends [never]
  ? NoBody
  : Operation extends { requestBody: unknown }
    ? BodyIn<RequestContent<Operation>, Default>
    : BodyIn<RequestContent<Operation>, Default> | NoBody;

/** The first of a client's preferred media types that is declared; `never` when there is none. */
type FirstPreferred<Preferred, Declared> = Preferred extends readonly [infer First, ...infer Rest]
  ? First extends Declared
    ? First
    : FirstPreferred<Rest, Declared>
  : never;

/** The media type of a body without `contentType`: the preferred one, else the first that the spec declares. */
export type DefaultContentType<Operation extends OperationShape, Preferred, First> = [
  FirstPreferred<Preferred, keyof RequestContent<Operation>>,
] extends [never]
  ? First
  : FirstPreferred<Preferred, keyof RequestContent<Operation>>;

/**
 * The first media type that the table lists for a status, or for each of several. For a list without an order, this is
 * any string, which allows every declared media type.
 */
type FirstAnswer<Answers, Status> = Member<Member<Answers, `${Status & (string | number)}`>, 0>;

/** The default media type of a success. When the order of the preferred ones is unknown, it may be any of them. */
type PreferredOr<First, Preferred, Declared> = Preferred extends readonly string[]
  ? number extends Preferred["length"]
    ? First | Extract<Declared, Preferred[number]>
    : [FirstPreferred<Preferred, Declared>] extends [never]
      ? First
      : FirstPreferred<Preferred, Declared>
  : First;

/**
 * The media types of the successes of a call without `accept`. For each status, it is the preferred media type, else
 * the first that the spec declares.
 * @typeParam Answers - the responses of the operation in the operation table
 */
export type DefaultAccept<Operation extends OperationShape, Preferred, Answers> = Extract<
  SuccessMediaType<Operation>,
  // Most clients prefer none, and the other branch costs the compiler six times as much.
  Preferred extends readonly []
    ? FirstAnswer<Answers, SuccessStatus<Operation>>
    : {
        [Status in SuccessStatus<Operation>]: PreferredOr<
          FirstAnswer<Answers, Status>,
          Preferred,
          MediaTypeOf<Operation["responses"][Status]>
        >;
      }[SuccessStatus<Operation>]
>;

/** Options of every call, beside its parameters, its body and their media types. */
export interface CommonCallOptions extends LimitOptions {
  /** Further headers; not the key, Accept or Content-Type. */
  readonly headers?: HeadersInput | undefined;
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined;
  /** When this call is sent again; `false` for never. The client's setting fills in missing options. */
  readonly retry?: false | CallRetryOptions | undefined;
  /** A value that identifies the call: every event and the failure contain it. It is never sent. */
  readonly context?: unknown;
}

/** Options of every call, beside its parameters and body. */
export interface CallOptions<Accept> extends CommonCallOptions {
  /**
   * The media type to request, when the spec declares several; the result's type depends on it. Default for each
   * success: the client's preferred one, else the first that the spec declares.
   */
  readonly accept?: Accept | undefined;
}

type Parameters<Operation extends OperationShape> = Pick<
  Operation["parameters"],
  keyof Operation["parameters"] & ("path" | "query" | "header")
>;

type ParamsOption<Operation extends OperationShape> =
  object extends Parameters<Operation>
    ? { readonly params?: Parameters<Operation> }
    : { readonly params: Parameters<Operation> };

/** Input of an operation method: `{ path, query, header, body }` as the spec declares them, and call options. */
export type OperationInput<
  Operation extends OperationShape,
  Accept = SuccessMediaType<Operation>,
  ContentType = unknown,
> = Parameters<Operation> & BodyOption<Operation, ContentType> & CallOptions<Accept>;

/** Input of a call by method and path: openapi-fetch's `{ params, body }`, its serializers, and call options. */
export type FetchInit<
  Operation extends OperationShape,
  Accept = SuccessMediaType<Operation>,
  ContentType = unknown,
> = ParamsOption<Operation> & BodyOption<Operation, ContentType> & CallOptions<Accept> & Serializers;

/** An argument that is optional when none of its fields is required. */
export type OptionalWhenEmpty<Input> = object extends Input ? [input?: Input] : [input: Input];
