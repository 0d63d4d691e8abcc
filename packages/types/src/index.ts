/**
 * Types of the NP6 API, generated from the OpenAPI document that this package also ships as
 * `@np6/api-types/openapi.json`. There is no code to run in here.
 *
 * - `paths`: what each path and HTTP method takes and answers, the shape that openapi-fetch reads.
 * - `operations`: the same by operationId.
 * - `components`: the named schemas, parameters, headers and responses.
 */
export type { components, operations, paths } from "./generated/openapi.gen.ts";
