/**
 * Types of the NP6 API, generated from the OpenAPI document that this package contains as
 * `@np6/api-types/openapi.json`. This entry has no code; `@np6/api-types/guards` has a little.
 *
 * - A type for each schema of the document, with the same name: `Workflow`, `WorkflowNode`, `Execution` …
 * - `Unrecognized`: a string that the document does not list.
 * - `paths`: parameters, bodies and responses of each path and HTTP method, in the form that openapi-fetch needs.
 * - `operations`: the same by operationId.
 * - `components`: the schemas, parameters, headers and responses by name.
 */
// A star export, because the names come from the document: a new area must not need a line here.
export type * from "./generated/openapi.gen.ts";
