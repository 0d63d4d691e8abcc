import { type ClientDefinition, createFaces, type Faces } from "../faces/create-faces.ts";
import type { OperationMethods } from "../faces/operation-methods.ts";
import type { FetchMethods } from "../faces/path-methods.ts";
import type { ClientOptions } from "../options/configuration.ts";
import { exampleApi } from "./example-api.test-support.ts";
import { exampleFailures } from "./example-failures.test-support.ts";
import type { ExampleOperations, ExamplePaths } from "./example-operations.test-support.ts";

/** The key of the tests: long and odd enough to be found wherever it leaks. */
export const exampleKey = 'Key-"7f3a\\91/c0+de==';

/** The definition of the example's clients. */
export const exampleDefinition: ClientDefinition = {
  api: exampleApi,
  failures: exampleFailures,
  packageName: "@example/client",
  realApiVariable: "EXAMPLE_REAL_API",
};

/** Both faces of a client of the example API, kept apart. */
export type ExampleClient = Faces<OperationMethods<ExampleOperations>, FetchMethods<ExamplePaths>>;

/** A client of the example API with the tests' key. */
export function exampleClient(options: Partial<ClientOptions>): ExampleClient {
  return createFaces(exampleDefinition, { apiKey: exampleKey, allowRealApi: true, ...options });
}
