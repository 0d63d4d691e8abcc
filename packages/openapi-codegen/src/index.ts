// Generating and checking files

export type { InstalledDocument } from "@np6/openapi-diff";
// The operation table
export type {
  ApiDescription,
  ApiKeySecurityScheme,
  BodyFormat,
  ExternalSecurityScheme,
  HttpMethod,
  HttpSecurityScheme,
  JsonObject,
  OperationDescription,
  OperationTable,
  ParameterDescription,
  RequestBodyDescription,
  ResponseHeadersDescription,
  SecuritySchemeDescription,
  TableWarning as CodegenWarning,
} from "@np6/openapi-document";
// Reading a document
export type { DocumentOptions, LoadedDocument } from "@np6/openapi-document/reading";
export { type CheckResult, check, type OutdatedFile } from "./check.ts";
// Errors
export { CodegenError, type SourceLocation } from "./codegen-error.ts";
export type { CodegenOptions } from "./codegen-options.ts";
export { compareInstalled, type InstalledComparison } from "./compare-installed.ts";
export { createOperationTable, loadDocument } from "./document/read-document.ts";
export { type GenerateResult, generate } from "./generate.ts";
export type { LineDifference } from "./output/first-difference.ts";
export type { WrittenFile } from "./output/write-files.ts";
// Proofs that changes of a document break code
export { proveChanges } from "./witnesses/prove-changes.ts";
