import type { BodyFormat, OperationDescription } from "../table/api-description.ts";
import { declaredKinds, declaredMediaTypes } from "../table/declared-media-types.ts";
import { findMediaType } from "../table/media-type.ts";

/** What an answer's status and Content-Type say about the body that follows; `kinds` is what its JSON may be at its top. */
export type ExpectedBody =
  | { readonly kind: "empty" }
  | {
      readonly kind: "declared";
      readonly mediaType: string;
      readonly format: BodyFormat;
      readonly kinds: string | undefined;
    }
  | { readonly kind: "undeclared"; readonly problem: string };

/** The call that an answer belongs to, as far as reading the answer depends on it. */
export interface AskedFor {
  readonly operation: OperationDescription;
  /** The media types that the call asks a success in. */
  readonly accepted: readonly string[];
}

/**
 * Decides how a body is to be read. The answer's own Content-Type rules. It is compared without case and parameters
 * with the media types that the spec declares for the status. A success must have one that the call asked for.
 */
export function expectedBody(
  { ok, status, headers }: Pick<Response, "ok" | "status" | "headers">,
  { operation, accepted }: AskedFor,
  formats: Readonly<Record<string, BodyFormat>>,
): ExpectedBody {
  const declared = declaredMediaTypes(operation, status);
  if (declared === undefined) return { kind: "undeclared", problem: `status ${status} is not in the spec.` };
  // An answer to HEAD has no body, whatever its headers say (RFC 9110, section 9.3.2).
  if (declared.length === 0 || operation.method === "HEAD") return { kind: "empty" };
  const expected = ok ? expectedOf(declared, accepted) : declared;
  const contentType = headers.get("content-type");
  const mediaType = findMediaType(contentType, expected);
  if (mediaType === undefined) {
    const came = contentType || "no Content-Type";
    return { kind: "undeclared", problem: `expected ${expected.join(" or ")}, but ${came} came.` };
  }
  const kinds = declaredKinds(operation, status, mediaType);
  return { kind: "declared", mediaType, format: formats[mediaType] ?? "binary", kinds };
}

/** Those asked for that the status has. Who asked for what it does not have gets what was asked for, or a failure. */
function expectedOf(declared: readonly string[], accepted: readonly string[]): readonly string[] {
  const both = declared.filter((mediaType) => accepted.includes(mediaType));
  return both.length > 0 ? both : accepted;
}
