import { createCalls } from "../faces/create-calls.ts";
import { indexOperations } from "../faces/find-operation.ts";
import { createOperationMethods, type OperationMethods } from "../faces/operation-methods.ts";
import { createFetchMethods, type FetchMethods } from "../faces/path-methods.ts";
import { type ClientOptions, resolveConfiguration } from "../options/configuration.ts";
import type { CloseMethods } from "../sending/close-methods.ts";
import { exampleApi } from "./example-api.test-support.ts";
import type { ExampleOperations, ExamplePaths } from "./example-operations.test-support.ts";

/** The key of the tests: long and odd enough to be found wherever it leaks. */
export const exampleKey = 'Key-"7f3a\\91/c0+de==';

/** Both faces of a client of the example API, kept apart. */
export interface ExampleClient {
  readonly byOperation: OperationMethods<ExampleOperations>;
  readonly byPath: FetchMethods<ExamplePaths>;
  readonly closing: CloseMethods;
}

/** A client of the example API with the tests' key. */
export function exampleClient(options: Partial<ClientOptions>): ExampleClient {
  const configuration = resolveConfiguration(
    { apiKey: exampleKey, allowRealApi: true, ...options },
    exampleApi,
  );
  const { direct, throughOpenapiFetch, closing } = createCalls(exampleApi, configuration);
  return {
    byOperation: createOperationMethods<OperationMethods<ExampleOperations>>(exampleApi, direct),
    byPath: createFetchMethods<ExamplePaths>(throughOpenapiFetch, indexOperations(exampleApi)),
    closing,
  };
}
