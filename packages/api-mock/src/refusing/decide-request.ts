import { matchOperation } from "../api/match-operation.ts";
import { toPrismMediaType } from "../api/prism-media-type.ts";
import type { Operation, Specification } from "../api/read-specification.ts";
import type { Refusal } from "../wire/refusal.ts";
import { checkAccept } from "./check-accept.ts";
import { checkContentLength } from "./check-content-length.ts";
import { checkContentType } from "./check-content-type.ts";
import { readPrefer } from "./read-prefer.ts";

/** The part of a request on which the decision depends. Header names are in lower case, as in node:http. */
export interface RequestHead {
  readonly method: string;
  /** Path as sent, without the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The decision about a request. */
export interface Decision {
  /** Undefined when no operation has this method and path. */
  readonly operation: Operation | undefined;
  readonly outcome: { readonly refusal: Refusal } | { readonly forward: ForwardedRequest };
}

/** A request to forward to Prism. */
export interface ForwardedRequest {
  readonly operation: Operation;
  /** Headers that replace the client's; `undefined` removes one. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Media type of the body, as the document declares it; undefined without a body. */
  readonly mediaType: string | undefined;
  /** True when the body has to be JSON. */
  readonly bodyIsJson: boolean;
  /** Media type of a success, as the document declares it; undefined when no success has a body. */
  readonly answerMediaType: string | undefined;
  /** The status whose response must lose its body. */
  readonly emptyBodyOf: number | undefined;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(", ") : value;
}

/** Decides by the head alone whether the mock refuses a request, or how it is forwarded to Prism. */
export function decideRequest(
  specification: Specification,
  { method, path, headers }: RequestHead,
): Decision {
  const operation = matchOperation(specification.operations, method, path);
  if ("status" in operation) return { operation: undefined, outcome: { refusal: operation } };
  const refuse = (refusal: Refusal): Decision => ({ operation, outcome: { refusal } });

  const contentLength = single(headers["content-length"]);
  const lengthRefusal = checkContentLength(method, contentLength);
  if (lengthRefusal !== undefined) return refuse(lengthRefusal);

  const hasBody = headers["transfer-encoding"] !== undefined || Number(contentLength ?? 0) > 0;
  const mediaType = hasBody ? checkContentType(operation, single(headers["content-type"])) : undefined;
  if (typeof mediaType === "object") return refuse(mediaType);

  const accepted = checkAccept(operation, single(headers.accept));
  if (typeof accepted === "object") return refuse(accepted);

  const preferences = readPrefer(operation, single(headers.prefer));
  if ("status" in preferences) return refuse(preferences);

  const answered = withMediaTypes(operation, single(headers.accept), accepted, preferences.mediaTypes);
  if (typeof answered === "object") return refuse(answered);

  const { disguised, json } = specification;
  // Without the second range, Prism answers 200 to `Prefer: code=400` when the refusal has another media type.
  const accept = answered === undefined ? "*/*" : `${toPrismMediaType(answered, disguised)}, */*;q=0.1`;
  return {
    operation,
    outcome: {
      forward: {
        operation,
        headers: {
          accept,
          prefer: preferences.forward,
          ...(mediaType === undefined ? {} : { "content-type": toPrismMediaType(mediaType, disguised) }),
        },
        mediaType,
        bodyIsJson: mediaType !== undefined && json.has(mediaType),
        answerMediaType: answered,
        emptyBodyOf: preferences.emptyBodyOf,
      },
    },
  };
}

/** Chooses an accepted media type that has the preferred example. */
function withMediaTypes(
  operation: Operation,
  accept: string | undefined,
  accepted: string | undefined,
  having: readonly string[] | undefined,
): string | undefined | Refusal {
  if (accepted === undefined || having === undefined || having.includes(accepted)) return accepted;
  const successMediaTypes = operation.successMediaTypes.filter((mediaType) => having.includes(mediaType));
  // The example belongs to a refusal, from which Prism takes its media type.
  if (successMediaTypes.length === 0) return accepted;
  return checkAccept({ ...operation, successMediaTypes }, accept);
}
