import type { ApiDescription, NamedOperation } from "./api-description.ts";
import { ConfigurationError } from "./configuration-error.ts";

/** Finds the operation of a method and a path template. */
export type FindOperation = (method: string, path: string) => NamedOperation;

/**
 * Indexes the operation table by method and path.
 * @returns a function that throws ConfigurationError for a pair that the spec does not know
 */
export function indexOperations(api: ApiDescription): FindOperation {
  const index = new Map<string, NamedOperation>();
  for (const [operationId, operation] of Object.entries(api.operations)) {
    index.set(`${operation.method} ${operation.path}`, { operationId, ...operation });
  }
  return (method, path) => {
    const operation = index.get(`${method} ${path}`);
    if (operation) return operation;
    throw new ConfigurationError(
      `the spec has no operation ${method} ${path}; pass the path template as the spec spells it.`,
    );
  };
}
