import { isDeepStrictEqual } from "node:util";
import { validateBody } from "../bodies/validate-body.ts";
import { isExchangeOf } from "../coverage/is-exchange-of.ts";
import {
  type DocumentedAnswer,
  type DocumentedOperation,
  documentedOperations,
} from "../exchanges/documented-operations.ts";
import type { Exchange } from "../exchanges/recording-proxy.ts";

/** A response that was requested from the mock. */
export interface ExpectedAnswer {
  readonly status: number;
  readonly example: string | undefined;
  /** Whether it should have no body. */
  readonly empty: boolean;
}

/** The expected exchange of a sample. */
export interface ExpectedExchange {
  readonly operationId: string;
  /** Media type and named example of the request's body; undefined without a body. */
  readonly mediaType: string | undefined;
  readonly example: string | undefined;
  /** The requested response; undefined for any success. */
  readonly answer?: ExpectedAnswer | undefined;
}

const operations = documentedOperations();

/**
 * Compares a sample's exchanges with the spec: exactly one, and the documented one.
 * @returns the problems, in sentences; empty when there are none
 */
export function exchangeProblems(exchanges: readonly Exchange[], expected: ExpectedExchange): string[] {
  const [exchange] = exchanges;
  if (exchange === undefined || exchanges.length > 1) return [`it called ${exchanges.length} times.`];
  const operation = operations.find(({ operationId }) => operationId === expected.operationId);
  if (operation === undefined) return [`the spec has no operation ${expected.operationId}.`];
  const { request, response } = exchange;
  const problems: string[] = [];
  if (request.headers["x-key"] === undefined) problems.push("it sent no key.");
  if (!isExchangeOf(operation, exchange)) {
    problems.push(`${request.method} ${request.path} is no call of ${operation.operationId}.`);
  }
  problems.push(...requestProblems(operation, request, expected));
  const documented = operation.answers.find(({ status }) => status === response.status);
  if (documented === undefined) return [...problems, `the status ${response.status} is not documented.`];
  const isExpected =
    expected.answer === undefined ? response.status < 300 : response.status === expected.answer.status;
  if (!isExpected) problems.push(`the answer is ${response.status}: ${response.body}`);
  if (response.headers["sl-violations"] !== undefined) {
    problems.push(`the mock complains: ${response.headers["sl-violations"]}`);
  }
  return [...problems, ...responseProblems(documented, response, expected)];
}

function requestProblems(
  operation: DocumentedOperation,
  { headers, body }: Exchange["request"],
  { mediaType, example }: ExpectedExchange,
): string[] {
  if (mediaType === undefined) return body === "" ? [] : [`a body was sent: ${body}`];
  const documented = operation.requestBodies.find((candidate) => candidate.mediaType === mediaType);
  if (documented === undefined) return [`${operation.operationId} takes no ${mediaType}.`];
  const type = headers["content-type"];
  return [
    ...(type === mediaType ? [] : [`the body was sent as ${type}.`]),
    ...(isDeepStrictEqual(JSON.parse(body), documented.examples[example ?? ""])
      ? []
      : [`the body is not the example ${example}: ${body}`]),
    ...validateBody(documented.schema, body),
  ];
}

function responseProblems(
  documented: DocumentedAnswer,
  { headers, body }: Exchange["response"],
  { answer }: ExpectedExchange,
): string[] {
  if (body === "") return documented.mayBeEmpty ? [] : ["the answer is empty."];
  if (answer?.empty) return [`the answer has a body: ${body}`];
  const media = documented.bodies.find(({ mediaType }) => mediaType === headers["content-type"]);
  if (media === undefined) return [`the answer came as ${headers["content-type"]}.`];
  const exampleName = answer?.example;
  const differs =
    exampleName !== undefined && !isDeepStrictEqual(JSON.parse(body), media.examples[exampleName]);
  return [
    ...(differs ? [`the answer is not the example ${exampleName}.`] : []),
    ...validateBody(media.schema, body),
  ];
}
