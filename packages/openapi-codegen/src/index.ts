// Generating and checking files
export { type CheckResult, check, type OutdatedFile } from "./check.ts";
// Failures
export { CodegenError, type SourceLocation } from "./codegen-error.ts";
export type { CodegenOptions } from "./codegen-options.ts";
export { compareInstalled, type InstalledComparison } from "./compare-installed.ts";
// Reading a document
export type { DocumentOptions } from "./document/document-options.ts";
export { type LoadedDocument, loadDocument } from "./document/load-document.ts";
export { type GenerateResult, generate } from "./generate.ts";
export type { Differences } from "./installed/compare-documents.ts";
export type { InstalledDocument } from "./installed/find-installed-document.ts";
export type { JsonObject } from "./is-record.ts";
// The operation table, also as `@np6/openapi-codegen/operation-table` without the dependencies of the rest
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
export type { LineDifference } from "./output/first-difference.ts";
export type { WrittenFile } from "./output/write-files.ts";
