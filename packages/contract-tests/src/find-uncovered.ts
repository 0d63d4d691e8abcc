import type { DocumentedOperation } from "./documented-operations.ts";
import { isExchangeOf } from "./is-exchange-of.ts";
import type { Exchange } from "./recording-proxy.ts";

/** Stands for the media type of a message without a body. */
const empty = "(empty)";

/**
 * Compares what the spec documents with what really passed.
 * @returns the pairs nobody exercised, as `operationId status mediaType`, and requests as `operationId request mediaType`
 */
export function findUncovered(
  operations: readonly DocumentedOperation[],
  exchanges: readonly Exchange[],
): string[] {
  const seen = new Set(
    operations.flatMap((operation) =>
      exchanges
        .filter((exchange) => isExchangeOf(operation, exchange))
        .flatMap(({ request, response }) => [
          `${operation.operationId} request ${mediaTypeOf(request)}`,
          `${operation.operationId} ${response.status} ${mediaTypeOf(response)}`,
        ]),
    ),
  );
  return operations.flatMap(documentedPairs).filter((pair) => !seen.has(pair));
}

function documentedPairs({ operationId, requestBodies, answers }: DocumentedOperation): string[] {
  const requests = requestBodies.map(({ mediaType }) => `${operationId} request ${mediaType}`);
  const responses = answers.flatMap(({ status, bodies, mayBeEmpty }) =>
    [...bodies.map(({ mediaType }) => mediaType), ...(mayBeEmpty ? [empty] : [])].map(
      (mediaType) => `${operationId} ${status} ${mediaType}`,
    ),
  );
  return [...(requests.length > 0 ? requests : [`${operationId} request ${empty}`]), ...responses];
}

function mediaTypeOf({ headers, body }: Exchange["response"] | Exchange["request"]): string {
  return body === "" ? empty : (headers["content-type"] ?? "(no Content-Type)");
}
