import { Refusal } from "../failures/refusal.ts";
import type { Guard } from "../options/configuration.ts";
import type { NamedOperation } from "../table/api-description.ts";
import { describeSchemaProblems, findSchemaProblems } from "../validation/schema-problems.ts";
import type { Validation } from "../validation/validation.ts";

/**
 * Checks a JSON body as it will be sent: after `toJSON`, without undefined members.
 * @throws Refusal with the problems, when the body breaks the spec
 */
export function checkRequestBody(
  check: Validation["checkRequest"],
  operation: NamedOperation,
  mediaType: string,
  json: string,
): void {
  if (check === undefined) return;
  const problems = findSchemaProblems(() => check(operation.operationId, mediaType, JSON.parse(json)));
  if (problems.length === 0) return;
  const message = describeSchemaProblems("the request", problems);
  throw new Refusal(message, operation, undefined, problems);
}

/**
 * Passes a JSON body to the client's guard, as it will be sent.
 * @throws Refusal when the guard throws
 */
export function guardRequestBody(guard: Guard | undefined, operation: NamedOperation, json: string): void {
  if (guard === undefined) return;
  let body: unknown;
  try {
    body = JSON.parse(json);
  } catch {
    throw new Refusal("the body is not JSON, so it cannot be checked before it is sent.", operation);
  }
  try {
    guard(operation.operationId, body);
  } catch (thrown) {
    const { message, cause } = thrown as Error;
    throw new Refusal(message, operation, cause);
  }
}
