import { createValidation, type SchemaProblem } from "@np6/api-client/validate";
import type { DocumentedBody, DocumentedOperation } from "../exchanges/documented-operations.ts";

/** A body that can be validated: of a request, or of a success. */
export interface DescribedBody extends DocumentedBody {
  readonly operation: DocumentedOperation;
  /** Undefined for a request. */
  readonly status?: number;
  /** Returns the problems that the client finds in such a body. */
  readonly problems: (body: unknown) => readonly SchemaProblem[];
}

const { checkRequest, checkResponse } = createValidation({ requests: true, responses: true });

/** Lists the bodies that the client validates: those of requests and successes in the spec. */
export function describedBodies(operations: readonly DocumentedOperation[]): DescribedBody[] {
  return operations.flatMap((operation) => {
    const { operationId, requestBodies, answers } = operation;
    const requests = requestBodies.map((body) => ({
      ...body,
      operation,
      problems: (value: unknown) => checkRequest?.(operationId, body.mediaType, value) ?? [],
    }));
    const responses = answers
      .filter(({ status }) => status < 300)
      .flatMap(({ status, bodies }) =>
        bodies.map((body) => ({
          ...body,
          operation,
          status,
          problems: (value: unknown) => checkResponse?.(operationId, status, body.mediaType, value) ?? [],
        })),
      );
    return [...requests, ...responses];
  });
}
