import type { OperationDescription } from "./api-description.ts";

/**
 * Finds the media types that the spec declares for a status: the status itself, else its class (`4XX`), else `default`
 * (OpenAPI 3.1, Responses Object). Beside a declared success, `default` is for the refusals: it does not declare
 * another 2xx.
 * @returns an empty list for a declared empty body, undefined when the status is not declared
 */
export function declaredMediaTypes(
  operation: OperationDescription,
  status: number,
): readonly string[] | undefined {
  const declared = declaredStatus(operation, status);
  return declared === undefined ? undefined : operation.responses[declared];
}

/** Finds the key under which the spec declares a status; undefined when there is none. */
function declaredStatus(operation: OperationDescription, status: number): string | undefined {
  const { responses } = operation;
  const code = String(status);
  if (code in responses) return code;
  const statusClass = `${Math.floor(status / 100)}XX`;
  if (statusClass in responses) return statusClass;
  if (statusClass === "2XX" && declaresSuccess(operation)) return undefined;
  return "default" in responses ? "default" : undefined;
}

/** Computed once per operation, because every call needs it. */
const typesByOperation = new WeakMap<OperationDescription, readonly (readonly string[])[]>();

/** Finds the media types of each declared success that has a body, in the order of the spec. */
export function successMediaTypes(operation: OperationDescription): readonly (readonly string[])[] {
  const mediaTypes = typesByOperation.get(operation) ?? findSuccessMediaTypes(operation);
  typesByOperation.set(operation, mediaTypes);
  return mediaTypes;
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
 * Finds the JSON types that a response body may have.
 * @returns names of JSON Schema types joined by `|`, undefined for any type
 */
export function declaredKinds(
  operation: OperationDescription,
  status: number,
  mediaType: string,
): string | undefined {
  return operation.jsonKinds?.[`${declaredStatus(operation, status)} ${mediaType}`];
}
