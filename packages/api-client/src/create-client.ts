import type { operations, paths } from "@np6/api-types";
import type { Methods, OperationInSeveralMediaTypes } from "@np6/api-types/methods";
import {
  type ClientOptions,
  type CloseMethods,
  type CommonCallOptions,
  createApiClient,
  type FetchMethods,
  type OperationMethods,
} from "@np6/openapi-runtime";
import manifest from "../package.json" with { type: "json" };
import { failures } from "./failures.ts";
import { api } from "./generated/operations.gen.ts";

/** Every media type of the API. */
type MediaType = keyof (typeof api)["mediaTypes"];

/** The methods by operation: as generated, and computed where they depend on the client's preferred media types. */
type ByOperation<Preferred> = Methods<CommonCallOptions> &
  OperationMethods<Pick<operations, OperationInSeveralMediaTypes>, typeof api, Preferred>;

/**
 * A client of the NP6 API: a method per operation, openapi-fetch's calls by method and path, and `close`.
 * @typeParam Preferred - the client's `preferredMediaTypes`
 */
export type Np6Client<Preferred extends readonly string[] = readonly []> = ByOperation<Preferred> &
  FetchMethods<paths, typeof api, Preferred> &
  CloseMethods;

/**
 * Makes a client of the NP6 API.
 * @param options - the API key, and where and how to send
 * @returns methods named after the spec's operations, which return data or throw, and `GET`, `POST` … in
 *   openapi-fetch's shape, which return `{ data, response }` or `{ error, response }`
 * @throws ConfigurationError when an option is missing or unfit; the message never contains the key
 * @example
 * const np6 = createClient({ apiKey: process.env.NP6_API_KEY, baseUrl: process.env.NP6_BASE_URL });
 * const copy = await np6.duplicateWorkflow({ path: { id: 42 } });
 */
export function createClient<const Preferred extends readonly MediaType[] = readonly []>(
  options: ClientOptions<Preferred>,
): Np6Client<Preferred> {
  return createApiClient<Np6Client<Preferred>>(definition, options);
}

/** What sets this client apart from another API's. */
const definition = {
  api,
  failures,
  packageName: "@np6/api-client",
  userAgent: `np6-api-client/${manifest.version}`,
  realApiVariable: "NP6_REAL_API",
};
