export { type CurlOptions, curlCommand } from "./curl-command.ts";
export { describedAt } from "./described-at.ts";
export { isJsonObject, type JsonObject } from "./json-object.ts";
export { childPointer, pointerTokens } from "./json-pointer.ts";
export {
  type CallableOperations,
  type ExampleBody,
  type ExampleOperation,
  type ExampleParameters,
  listExampleOperations,
} from "./list-example-operations.ts";
export { type NamedExample, namedExamples } from "./named-examples.ts";
export { operationParameters } from "./operation-parameters.ts";
export { escapeCharacter, printable, unseen } from "./printable.ts";
export { isPossibleParameter } from "./reading/probable-mistakes.ts";
export { resolveReference } from "./resolve-reference.ts";
export { formatLocation, type SourceLocation } from "./source-location.ts";
