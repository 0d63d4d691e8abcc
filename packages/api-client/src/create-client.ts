import type { operations, paths } from "@np6/api-types";
import type { Methods, OperationInSeveralMediaTypes } from "@np6/api-types/methods";
import {
  type ClientOptions,
  type CloseMethods,
  type CommonCallOptions,
  createApiClient,
  type DryRunMethods,
  type FetchMethods,
  type OperationMethods,
} from "@np6/openapi-runtime";
import manifest from "../package.json" with { type: "json" };
import { failures } from "./failures.ts";
import { api } from "./generated/operations.gen.ts";
import { guardReceivers, type ReceiverGuard } from "./guard-receivers.ts";

/** Every media type of the API. */
type MediaType = keyof (typeof api)["mediaTypes"];

/** The methods by operation: generated, or computed if they depend on the client's preferred media types. */
type ByOperation<Preferred> = Methods<CommonCallOptions> &
  OperationMethods<Pick<operations, OperationInSeveralMediaTypes>, typeof api, Preferred>;

/**
 * A client of the NP6 API: a method per operation, openapi-fetch's calls by method and path, and `close`. It is an
 * interface, so that editors show its name instead of the operation table.
 * @typeParam Preferred - the client's `preferredMediaTypes`
 */
export interface Np6Client<Preferred extends readonly string[] = readonly []>
  extends ByOperation<Preferred>,
    FetchMethods<paths, typeof api, Preferred>,
    CloseMethods {
  /** The same operations as a dry run: each checks its call, and resolves to the request without sending it. */
  readonly dryRun: DryRunMethods<ByOperation<Preferred>>;
}

/** Options of `createClient`. */
export interface Np6ClientOptions<Preferred extends readonly string[] = readonly string[]>
  extends ClientOptions<Preferred> {
  /**
   * Called for each receiver before anything is executed. For example, in staging only colleagues may get mails. Any
   * result except `true` refuses the whole call, and nothing is sent.
   */
  readonly receivers?: ReceiverGuard | undefined;
}

/**
 * Makes a client of the NP6 API.
 * @param options - the API key, and where and how to send
 * @returns methods named after the spec's operations, which return data or throw, and `GET`, `POST` … in
 *   openapi-fetch's shape, which return `{ data, response }` or `{ error, response }`
 * @throws ConfigurationError when an option is missing or invalid; the message never contains the key
 * @example
 * const np6 = createClient({ apiKey: process.env.NP6_API_KEY, baseUrl: process.env.NP6_BASE_URL });
 * const copy = await np6.duplicateWorkflow({ path: { id: 42 } });
 */
export function createClient<const Preferred extends readonly MediaType[] = readonly []>(
  options: Np6ClientOptions<Preferred>,
): Np6Client<Preferred> {
  const receivers: unknown = Object(options).receivers;
  if (receivers === undefined) return createApiClient<Np6Client<Preferred>>(definition, options);
  if (typeof receivers !== "function")
    throw new failures.ConfigurationError("`receivers` must be a function.");
  const guard = guardReceivers(receivers as ReceiverGuard);
  return createApiClient<Np6Client<Preferred>>({ ...definition, guard }, options);
}

/** The parts that belong to this API. */
const definition = {
  api,
  failures,
  packageName: "@np6/api-client",
  furtherOptions: ["receivers"],
  userAgent: `np6-api-client/${manifest.version}`,
  realApiVariable: "NP6_REAL_API",
};
