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

/** The key that the tests send; it must turn up nowhere else. */
export const testKey = "contract-test-key";

/** How a call through either face of the client ended. */
export interface CallResult {
  readonly data?: unknown;
  readonly failure?: Np6Failure;
}

/** The two ways to call an operation. */
export const faces = ["operation method", "method and path"] as const;
export type Face = (typeof faces)[number];

/** What the tests vary from call to call. */
export interface CallInput {
  readonly body?: unknown;
  /** The media types that the call names. Default: it names none, and gets what the client takes by default. */
  readonly contentType?: string | undefined;
  readonly accept?: string | undefined;
  /** Prefer header: which documented answer the mock is asked for. */
  readonly prefer?: string;
}

type UntypedMethod = (input: object) => Promise<unknown>;
type UntypedFetch = (path: string, init: object) => Promise<{ data?: unknown; error?: Np6Failure }>;

/**
 * Calls an operation of the spec through the real client. The operation is known only at run time, so the typed
 * surface is left here; the types have their own tests.
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
 * A client that talks to a base URL with the tests' key, once: a documented 429 is to be looked at, not retried. It checks
 * every body against the spec, in both directions.
 * @param fetch - what to send with, where nothing may reach the base URL
 */
export function clientFor(baseUrl: string, fetch?: Fetch): Np6Client {
  return createClient(optionsFor(baseUrl, fetch));
}

/** The same client, which prefers a media type of the spec. */
export function clientPreferring(mediaType: string, baseUrl: string, fetch?: Fetch): Np6Client {
  // Known only at run time, like the operations.
  const preferredMediaTypes = [mediaType] as unknown as readonly [];
  return createClient({ ...optionsFor(baseUrl, fetch), preferredMediaTypes });
}

function optionsFor(baseUrl: string, fetch: Fetch | undefined): ClientOptions<readonly []> {
  const validation = createValidation({ requests: true, responses: true });
  return { apiKey: testKey, baseUrl, retry: false, validation, fetch };
}
