import type { ApiDescription, OperationDescription } from "@np6/openapi-codegen";
import { withoutParameterNames } from "./without-parameter-names.ts";

/** An operation that both documents have. */
export interface OperationPair {
  readonly base: NamedOperation;
  readonly head: NamedOperation;
}

/** An operation of a table, with its name. */
export interface NamedOperation extends OperationDescription {
  readonly name: string;
}

/**
 * Finds the operations that two documents share: by name first, since a client is called by it, then by method and path,
 * whatever its parameters are called.
 */
export function pairOperations(base: ApiDescription, head: ApiDescription): OperationPair[] {
  const unpaired = new Map(
    Object.entries(head.operations).map(([name, operation]) => [name, { ...operation, name }]),
  );
  const take = (operation: NamedOperation | undefined) => {
    if (operation !== undefined) unpaired.delete(operation.name);
    return operation;
  };
  const named = Object.entries(base.operations).map(([name, operation]) => ({
    base: { ...operation, name },
    head: take(unpaired.get(name)),
  }));
  return named.flatMap(({ base: old, head: same }) => {
    const found = same ?? take([...unpaired.values()].find((other) => address(other) === address(old)));
    return found === undefined ? [] : [{ base: old, head: found }];
  });
}

function address({ method, path }: NamedOperation): string {
  return `${method} ${withoutParameterNames(path)}`;
}
