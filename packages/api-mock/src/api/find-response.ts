import type { DocumentedResponse, Operation } from "./read-specification.ts";

/** Finds the documented response for a status: by the status itself, then its range (`4XX`), then `default`. */
export function findResponse(operation: Operation, status: number): DocumentedResponse | undefined {
  return (
    operation.responses[String(status)] ??
    operation.responses[`${Math.trunc(status / 100)}XX`] ??
    operation.responses.default
  );
}
