import { isDeepStrictEqual } from "node:util";
import type { DocumentedBody, DocumentedOperation } from "../exchanges/documented-operations.ts";
import { isExchangeOf } from "./is-exchange-of.ts";
import type { Exchange, WireMessage } from "../exchanges/recording-proxy.ts";

/** A documented item, and whether it was exchanged. */
export interface CoverageItem {
  readonly operationId: string;
  /** `request`, or the status of the response. */
  readonly message: string;
  /** `(empty)` for a message without a body. */
  readonly mediaType: string;
  /** Name of an example; undefined for the media type itself. */
  readonly example: string | undefined;
  readonly covered: boolean;
}

/** Placeholder for the media type of a message without a body. */
const empty = "(empty)";

/** Compares all documented operations, statuses, media types and examples with the recorded exchanges. */
export function measureCoverage(
  operations: readonly DocumentedOperation[],
  exchanges: readonly Exchange[],
): CoverageItem[] {
  return operations.flatMap((operation) => {
    const passed = exchanges.filter((exchange) => isExchangeOf(operation, exchange));
    const { operationId, requestBodies, answers } = operation;
    const requests = passed.map(({ request }) => request);
    const mayBeEmpty = requestBodies.length === 0;
    return [
      ...itemsOf(operationId, "request", requestBodies, mayBeEmpty, requests),
      ...answers.flatMap((answer) => {
        const responses = passed
          .map(({ response }) => response)
          .filter(({ status }) => status === answer.status);
        return itemsOf(operationId, String(answer.status), answer.bodies, answer.mayBeEmpty, responses);
      }),
    ];
  });
}

function itemsOf(
  operationId: string,
  message: string,
  bodies: readonly DocumentedBody[],
  mayBeEmpty: boolean,
  passed: readonly WireMessage[],
): CoverageItem[] {
  const item = (mediaType: string, example: string | undefined, covered: boolean): CoverageItem => ({
    operationId,
    message,
    mediaType,
    example,
    covered,
  });
  const documented = bodies.flatMap(({ mediaType, examples }) => {
    const ofType = passed.filter((entry) => mediaTypeOf(entry) === mediaType);
    return [
      item(mediaType, undefined, ofType.length > 0),
      ...Object.entries(examples).map(([name, value]) =>
        item(
          mediaType,
          name,
          ofType.some(({ body }) => isDeepStrictEqual(parsed(body), value)),
        ),
      ),
    ];
  });
  const withoutBody = passed.some((entry) => mediaTypeOf(entry) === empty);
  return mayBeEmpty ? [...documented, item(empty, undefined, withoutBody)] : documented;
}

/** Parses a body; a text that is not JSON is returned unchanged. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function mediaTypeOf({ headers, body }: WireMessage): string {
  return body === "" ? empty : (headers["content-type"] ?? "(no Content-Type)");
}
