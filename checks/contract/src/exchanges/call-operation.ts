import {
  type ClientOptions,
  createClient,
  type Fetch,
  isNp6Error,
  type Np6Client,
  type Np6Failure,
} from "@np6/api-client";
import { createValidation } from "@np6/api-client/validate";
import type { DocumentedOperation } from "./documented-operations.ts";

/** The key of the tests, which must appear nowhere else. */
export const testKey = "contract-test-key";

/** The result of a call, by either way to call. */
export interface CallResult {
  readonly data?: unknown;
  readonly failure?: Np6Failure;
}

/** The two ways to call an operation. */
export const faces = ["operation method", "method and path"] as const;
export type Face = (typeof faces)[number];

/** The variable input of a call. */
export interface CallInput {
  readonly body?: unknown;
  /** Media types of the call. Default: none, so that the client's defaults apply. */
  readonly contentType?: string | undefined;
  readonly accept?: string | undefined;
  /** Prefer header, which requests a documented response from the mock. */
  readonly prefer?: string;
}

type UntypedMethod = (input: object) => Promise<unknown>;
type UntypedFetch = (path: string, init: object) => Promise<{ data?: unknown; error?: Np6Failure }>;

/**
 * Calls an operation of the spec through the real client. The operation is known only at run time, so the call is
 * untyped here; the types have their own tests.
 */
export async function callOperation(
  client: Np6Client,
  operation: DocumentedOperation,
  face: Face,
  { body, contentType, accept, prefer }: CallInput,
): Promise<CallResult> {
  const path = operation.pathParameters;
  const options = {
    ...(body === undefined ? {} : { body }),
    contentType,
    accept,
    ...(prefer ? { headers: { Prefer: prefer } } : {}),
  };
  const methods = client as unknown as Record<string, UntypedMethod & UntypedFetch>;
  try {
    if (face === "operation method") {
      return { data: await methods[operation.operationId]?.({ path, ...options }) };
    }
    const { data, error } =
      (await methods[operation.method]?.(operation.path, { params: { path }, ...options })) ?? {};
    return error === undefined ? { data } : { failure: error };
  } catch (error) {
    if (isNp6Error(error)) return { failure: error };
    throw error;
  }
}

/**
 * Creates a client with the tests' key that never retries, so that a documented 429 is visible. It validates every body
 * in both directions.
 * @param fetch - the function to send with, if nothing may reach the base URL
 */
export function clientFor(baseUrl: string, fetch?: Fetch): Np6Client {
  return createClient(optionsFor(baseUrl, fetch));
}

/** Creates the same client with a preferred media type of the spec. */
export function clientPreferring(mediaType: string, baseUrl: string, fetch?: Fetch): Np6Client {
  // The type is known only at run time, like the operations.
  const preferredMediaTypes = [mediaType] as unknown as readonly [];
  return createClient({ ...optionsFor(baseUrl, fetch), preferredMediaTypes });
}

function optionsFor(baseUrl: string, fetch: Fetch | undefined): ClientOptions<readonly []> {
  const validation = createValidation({ requests: true, responses: true });
  return { apiKey: testKey, baseUrl, retry: false, validation, fetch };
}
