import { type ApiKey, createClient, type Fetch, isNp6Error } from "@np6/api-client";
import type { ExampleOperation } from "@np6/openapi-document";
import type { ClientReaction } from "./client-reaction.ts";

type UntypedMethod = (input: object) => Promise<unknown>;

/** Options of an observed call, besides parameters and body. */
export interface ObservedOptions {
  readonly attemptTimeoutMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Calls an operation through the real client with the given fetch, and reports the failure. So the page documents the
 * client's real behaviour.
 * @param fetch - replaces the network
 * @throws Error when the client lacks the operation, or the call succeeds
 */
export async function observeCall(
  { operationId, parameters, bodies }: ExampleOperation,
  fetch: Fetch,
  options: ObservedOptions = {},
  apiKey: ApiKey = "any-key",
): Promise<ClientReaction> {
  // One retry without delay is enough to see. Calls share a retry budget, so each has its own client.
  const retry = { maxAttempts: 2, baseDelayMs: 0, maxDelayMs: 0 };
  // The client waits after a 429 as long as the deadline allows, and at least 250 ms. So a short deadline is enough.
  const deadlineMs = 600;
  const client = createClient({ apiKey, baseUrl: "http://127.0.0.1", fetch, retry, deadlineMs });
  const method = (client as unknown as Readonly<Record<string, UntypedMethod>>)[operationId];
  if (method === undefined) {
    throw new Error(`The client has no operation "${operationId}". Run \`pnpm generate\` in the root.`);
  }
  const body = bodies[0] === undefined ? {} : { body: bodies[0].value };
  try {
    await method({ ...parameters, ...body, ...options });
  } catch (error) {
    if (!isNp6Error(error)) throw error;
    const { name, kind, outcomeUnknown, attempts } = error;
    return { name, kind, outcomeUnknown, sentAgain: attempts > 1 };
  }
  throw new Error(`${operationId} was to fail, and did not.`);
}
