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
function declaredStatus(operation: OperationDescription, status: number): string | undefined {
  const { responses } = operation;
  const own = String(status);
  if (own in responses) return own;
  const statusClass = `${Math.floor(status / 100)}XX`;
  if (statusClass in responses) return statusClass;
  if (statusClass === "2XX" && declaresSuccess(operation)) return undefined;
  return "default" in responses ? "default" : undefined;
}

/** Found once per operation: every call asks. */
const found = new WeakMap<OperationDescription, readonly (readonly string[])[]>();

/** The media types of each declared success that has a body, in the order of the spec. */
export function successMediaTypes(operation: OperationDescription): readonly (readonly string[])[] {
  const known = found.get(operation) ?? findSuccessMediaTypes(operation);
  found.set(operation, known);
  return known;
}

function findSuccessMediaTypes(operation: OperationDescription): readonly (readonly string[])[] {
  const isSuccess = declaresSuccess(operation)
    ? (status: string) => status.startsWith("2")
    : (status: string) => status === "default";
  return Object.entries(operation.responses)
    .filter(([status, mediaTypes]) => isSuccess(status) && mediaTypes.length > 0)
    .map(([, mediaTypes]) => mediaTypes);
}

function declaresSuccess({ responses }: OperationDescription): boolean {
  return Object.keys(responses).some((status) => status.startsWith("2"));
}

/**
 * What the JSON of an answer may be at its top.
 * @returns names of JSON Schema types joined by `|`, undefined for anything
 */
export function declaredKinds(
  operation: OperationDescription,
  status: number,
  mediaType: string,
): string | undefined {
  return operation.jsonKinds?.[`${declaredStatus(operation, status)} ${mediaType}`];
}
