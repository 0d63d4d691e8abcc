import { STATUS_CODES } from "node:http";
import type { Answer } from "./answer.ts";

/** A refusal by the mock itself, before Prism gets the request. */
export interface Refusal {
  readonly status: number;
  /** The problem, the rule, and the fix; one or more sentences. */
  readonly detail: string;
  /** Headers that the status requires, such as Allow. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Marks a response of the mock itself, so that it is not mistaken for the API's. */
const mockHeader = "x-np6-mock";

/**
 * Makes the response of a refusal: problem details for HTTP APIs (RFC 9457).
 *
 * @param mark `refused` when the request is at fault, `failed` when the mock is
 */
export function refusalAnswer({ status, detail, headers = {} }: Refusal, mark = "refused"): Answer {
  const problem = { type: "about:blank", title: STATUS_CODES[status] ?? "Refused", status, detail };
  const body = Buffer.from(`${JSON.stringify(problem, null, 2)}\n`);
  return {
    status,
    rawHeaders: [
      ...Object.entries(headers).flat(),
      ...["content-type", "application/problem+json", "content-length", String(body.length)],
      ...[mockHeader, mark],
    ],
    body,
    violations: [detail],
  };
}
