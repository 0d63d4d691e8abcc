import { Refusal } from "../failures/refusal.ts";
import type { ApiDescription, NamedOperation } from "../table/api-description.ts";

/** Finds the operation of a method and a path template. */
export type FindOperation = (method: string, path: string) => NamedOperation;

/**
 * Indexes the operation table by method and path, on first use: clients that are called by operation need no index.
 * @returns a function that throws ConfigurationError for a method and path that the spec does not declare
 */
export function indexOperations(api: ApiDescription): FindOperation {
  let index: Map<string, NamedOperation> | undefined;
  return (method, path) => {
    index ??= createIndex(api);
    const operation = index.get(`${method} ${path}`);
    if (operation) return operation;
    throw new Refusal(
      `the spec has no operation ${method} ${path}; pass the path template as the spec spells it.`,
    );
  };
}

function createIndex({ operations }: ApiDescription): Map<string, NamedOperation> {
  return new Map(
    Object.entries(operations).map(([operationId, operation]) => [
      `${operation.method} ${operation.path}`,
      { operationId, ...operation },
    ]),
  );
}
