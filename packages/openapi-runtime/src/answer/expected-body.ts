import type { BodyFormat, OperationDescription } from "../table/api-description.ts";
import { declaredKinds, declaredMediaTypes } from "../table/declared-media-types.ts";
import { findMediaType } from "../table/media-type.ts";

/** The body that status and Content-Type announce. `kinds`: the JSON types that its schema allows, joined by `|`. */
export type ExpectedBody =
  | { readonly kind: "empty" }
  | {
      readonly kind: "declared";
      readonly mediaType: string;
      readonly format: BodyFormat;
      readonly kinds: string | undefined;
    }
  | { readonly kind: "undeclared"; readonly problem: string };

/** The parts of a call that decide how its response is read. */
export interface Expectation {
  readonly operation: OperationDescription;
  /** The media types in the call's Accept header. */
  readonly accepted: readonly string[];
}

/**
 * Decides how a body is read, by the response's own Content-Type. It is compared with the media types that the spec
 * declares for the status, ignoring case and parameters. A success must have a media type that the call accepts.
 */
export function expectedBody(
  { ok, status, headers }: Pick<Response, "ok" | "status" | "headers">,
  { operation, accepted }: Expectation,
  formats: Readonly<Record<string, BodyFormat>>,
): ExpectedBody {
  const declared = declaredMediaTypes(operation, status);
  if (declared === undefined) return { kind: "undeclared", problem: `status ${status} is not in the spec.` };
  // A response to HEAD has no body, whatever its headers state (RFC 9110, section 9.3.2).
  if (declared.length === 0 || operation.method === "HEAD") return { kind: "empty" };
  const expected = ok ? expectedOf(declared, accepted) : declared;
  const contentType = headers.get("content-type");
  const mediaType = findMediaType(contentType, expected);
  if (mediaType === undefined) {
    const received = contentType || "no Content-Type";
    return { kind: "undeclared", problem: `expected ${expected.join(" or ")}, received ${received}.` };
  }
  const kinds = declaredKinds(operation, status, mediaType);
  return { kind: "declared", mediaType, format: formats[mediaType] ?? "binary", kinds };
}

/** The media types that are both declared and accepted. When there are none, only the accepted ones count. */
function expectedOf(declared: readonly string[], accepted: readonly string[]): readonly string[] {
  const both = declared.filter((mediaType) => accepted.includes(mediaType));
  return both.length > 0 ? both : accepted;
}
