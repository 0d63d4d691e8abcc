// Values, pointers and references

// Differences that are not judged
export { type Both, onBoth } from "./differences/both.ts";
export { keyHeaders } from "./differences/credentials.ts";
export {
  type Described,
  type Fact as DescribedFact,
  facts,
  type Statement,
} from "./differences/described.ts";
export { FactComparison, type FactDifference } from "./differences/fact-comparison.ts";
export { factDifferences } from "./differences/fact-differences.ts";
// Examples
export { type CurlOptions, curlCommand } from "./examples/curl-command.ts";
export {
  type CallableOperations,
  type ExampleBody,
  type ExampleOperation,
  type ExampleParameters,
  listExampleOperations,
} from "./examples/list-example-operations.ts";
export { type NamedExample, namedExamples } from "./examples/named-examples.ts";
// The normal form: the same facts however a document writes them
export type { Alternative, NormalType, Part } from "./normal/alternative.ts";
export { alternativesOf, type SchemaReading } from "./normal/alternatives.ts";
export { type DifferingFact, differingFacts } from "./normal/differing-facts.ts";
export {
  addressOf,
  type EffectiveContent,
  type EffectiveOperation,
  type EffectiveResponse,
  effectiveOperations,
  type Requirement,
  suffices,
  withoutSlash,
} from "./normal/effective-operation.ts";
export { type AlternativeFacts, type Fact, factsOf, isBound, isTighter } from "./normal/facts.ts";
export { NormalDocument } from "./normal/normal-document.ts";
export { type Pairing, pairAlternatives, tagsOf } from "./normal/pair-alternatives.ts";
export { type NamedVariants, pairVariants } from "./normal/pair-variants.ts";
export { sameJson } from "./normal/same-json.ts";
export { areVariants, sharedParts, type ValueShape, valueShape } from "./normal/value-shape.ts";
export { findOperation } from "./operations/find-operation.ts";
// Operations
export { type ListedOperation, listOperations } from "./operations/list-operations.ts";
export { locateContent, locateRequestBody, locateResponses } from "./operations/locate-bodies.ts";
export { nameOperations } from "./operations/name-operations.ts";
export { operationParameters } from "./operations/operation-parameters.ts";
export { successStatuses } from "./operations/success-statuses.ts";
export type { TableWarning } from "./operations/table-warning.ts";
export { canonicalJson } from "./pointer/canonical-json.ts";
export { describedAt } from "./pointer/described-at.ts";
export { DocumentError, type DocumentProblem } from "./pointer/document-error.ts";
export { asList, asObject, isJsonObject, type JsonObject } from "./pointer/json-object.ts";
export { childPointer, pointerTokens } from "./pointer/json-pointer.ts";
export { type LocatedObject, locateObject } from "./pointer/locate-object.ts";
export { escapeCharacter, printable, unseen } from "./pointer/printable.ts";
export { referencePointer } from "./pointer/reference-pointer.ts";
export { referenceTarget } from "./pointer/reference-target.ts";
export { resolveReference } from "./pointer/resolve-reference.ts";
export { resolveSchema } from "./pointer/resolve-schema.ts";
export { formatLocation, type SourceLocation } from "./pointer/source-location.ts";
export { isPossibleParameter } from "./reading/probable-mistakes.ts";
// Schemas
export { appliedProperties, appliedSchemas } from "./schemas/applied-schemas.ts";
export { describedTypes, ownTypes } from "./schemas/described-types.ts";
export { inJsonSchema2020 } from "./schemas/in-json-schema-2020.ts";
export { isDemanded } from "./schemas/is-demanded.ts";
export { type JsonType, jsonTypeOf } from "./schemas/json-type.ts";
export { listedValues } from "./schemas/listed-values.ts";
export {
  ANNOTATION_KEYWORDS,
  RULE_KEYWORDS,
  SCHEMA_KEYWORDS,
  SCHEMA_LIST_KEYWORDS,
  SCHEMA_MAP_KEYWORDS,
} from "./schemas/schema-keywords.ts";
export { schemaReferences } from "./schemas/schema-references.ts";
export { isBinaryString, schemaShape } from "./schemas/schema-shape.ts";
export { type SchemaUse, type SchemaUses, schemaUses } from "./schemas/schema-uses.ts";
// The operation table
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
  ResponseHeadersDescription,
  SecuritySchemeDescription,
} from "./table/api-description.ts";
export { bodyFormat, isMediaType } from "./table/body-format.ts";
export { createOperationTable, type OperationTable } from "./table/create-operation-table.ts";
