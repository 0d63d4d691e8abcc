import Negotiator from "negotiator";
import type { Operation } from "../api/read-specification.ts";
import type { Refusal } from "../wire/refusal.ts";

/**
 * Chooses the operation's success media type for the client (RFC 9110, 12.5.1: wildcards and q values count; no Accept
 * means any).
 *
 * @returns the declared media type that the client prefers, `undefined` when no success has a body, or a refusal (406)
 */
export function checkAccept(operation: Operation, accept: string | undefined): string | undefined | Refusal {
  const offered = operation.successMediaTypes;
  if (offered.length === 0) return undefined;
  // The Accept header of most clients needs no parser.
  if (accept !== undefined && offered.includes(accept)) return accept;
  const negotiator = new Negotiator({ headers: accept === undefined ? {} : { accept } });
  return (
    negotiator.mediaType([...offered]) ?? {
      status: 406,
      detail: `Accept "${accept}" excludes all media types of ${operation.operationId}: ${offered.join(", ")}. Send Accept: ${offered[0]}`,
    }
  );
}
