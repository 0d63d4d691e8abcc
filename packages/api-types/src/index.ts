/**
 * Types of the NP6 API, generated from the OpenAPI document that this package also ships as
 * `@np6/api-types/openapi.json`. There is no code to run in here; `@np6/api-types/guards` has a little.
 *
 * - A type for each schema of the document, under its own name: `Workflow`, `WorkflowNode`, `Execution` …
 * - `Unrecognized`: a string that the document does not list.
 * - `paths`: what each path and HTTP method takes and answers, the shape that openapi-fetch reads.
 * - `operations`: the same by operationId.
 * - `components`: the schemas, parameters, headers and responses by name.
 */
// The names come from the document: an area that is added to it must not need a line here.
export type * from "./generated/openapi.gen.ts";
