// Entry of `@np6/openapi-codegen/operation-table`: no dependency, so that it can be bundled into other packages.

export { CodegenError, type SourceLocation } from "./codegen-error.ts";
export type {
  ApiDescription,
  ApiKeySecurityScheme,
  BodyFormat,
  ExternalSecurityScheme,
  HttpMethod,
  HttpSecurityScheme,
  OperationDescription,
  ParameterDescription,
  RequestBodyDescription,
  SecuritySchemeDescription,
} from "./operation-table/api-description.ts";
export type { CodegenWarning } from "./operation-table/codegen-warning.ts";
export { createOperationTable, type OperationTable } from "./operation-table/create-operation-table.ts";
