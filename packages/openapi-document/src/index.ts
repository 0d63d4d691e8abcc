export { type CurlOptions, curlCommand } from "./curl-command.ts";
export { describedAt } from "./described-at.ts";
export { isJsonObject, type JsonObject } from "./json-object.ts";
export {
  type ExampleBody,
  type ExampleOperation,
  type ExampleParameters,
  listExampleOperations,
} from "./list-example-operations.ts";
export { type NamedExample, namedExamples } from "./named-examples.ts";
export { operationParameters } from "./operation-parameters.ts";
export { resolveReference } from "./resolve-reference.ts";
