import type { ApiDescription } from "./api-description.ts";
import type { CallInit } from "./call-init.ts";
import { checkOptions } from "./check-options.ts";
import type { Call } from "./create-call.ts";
import type {
  OperationData,
  OperationInput,
  OperationShape,
  OptionalWhenEmpty,
  SuccessMediaType,
} from "./operation-types.ts";

type OperationMethod<Operation extends OperationShape> = <
  const Accept extends SuccessMediaType<Operation> = SuccessMediaType<Operation>,
>(
  ...input: OptionalWhenEmpty<OperationInput<Operation, Accept>>
) => Promise<OperationData<Operation, Accept>>;

/**
 * One method per operationId. Each takes the operation's parameters and body in one object, resolves to the body of
 * a success, and throws one of the client's failures otherwise.
 */
export type OperationMethods<Operations> = {
  readonly [Id in keyof Operations]: Operations[Id] extends OperationShape
    ? OperationMethod<Operations[Id]>
    : never;
};

const known = ["path", "query", "header", "body", "headers", "signal", "accept", "contentType"];

/** Makes a method for every operation of the table. */
export function createOperationMethods<Operations>(
  api: ApiDescription,
  call: Call,
): OperationMethods<Operations> {
  const entries = Object.entries(api.operations).map(([operationId, description]) => {
    const operation = { operationId, ...description };
    const method = async (input: CallInit = {}): Promise<unknown> => {
      checkOptions(input, operationId, known, operation);
      const { data, error } = await call(operation, input);
      if (error !== undefined) throw error;
      return data;
    };
    return [operationId, method];
  });
  return Object.fromEntries(entries);
}
