import type { OperationDescription } from "./api-description.ts";

/**
 * Media types that the spec declares for a status: the status itself, else its class (`4XX`), else `default`
 * (OpenAPI 3.1, Responses Object). Beside a declared success, `default` stands for the failures: a 2xx that only
 * `default` would cover is not declared.
 * @returns an empty list for a declared empty body, undefined when the status is not declared at all
 */
export function declaredMediaTypes(
  operation: OperationDescription,
  status: number,
): readonly string[] | undefined {
  const declared = declaredStatus(operation, status);
  return declared === undefined ? undefined : operation.responses[declared];
}

/** The name under which the spec declares a status; undefined when it does not. */
export function declaredStatus(operation: OperationDescription, status: number): string | undefined {
  const { responses } = operation;
  const own = String(status);
  if (own in responses) return own;
  const statusClass = `${Math.floor(status / 100)}XX`;
  if (statusClass in responses) return statusClass;
  if (statusClass === "2XX" && declaresSuccess(operation)) return undefined;
  return "default" in responses ? "default" : undefined;
}

/** Found once per operation: every call asks. */
const found = new WeakMap<OperationDescription, readonly string[]>();

/** Media types of every declared success, in the order of the spec, each once. */
export function successMediaTypes(operation: OperationDescription): readonly string[] {
  const known = found.get(operation) ?? findSuccessMediaTypes(operation);
  found.set(operation, known);
  return known;
}

function findSuccessMediaTypes(operation: OperationDescription): readonly string[] {
  const isSuccess = declaresSuccess(operation)
    ? (status: string) => status.startsWith("2")
    : (status: string) => status === "default";
  const types = Object.entries(operation.responses)
    .filter(([status]) => isSuccess(status))
    .flatMap(([, mediaTypes]) => mediaTypes);
  return [...new Set(types)];
}

function declaresSuccess({ responses }: OperationDescription): boolean {
  return Object.keys(responses).some((status) => status.startsWith("2"));
}
