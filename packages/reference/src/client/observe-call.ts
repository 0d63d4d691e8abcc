import { type ApiKey, createClient, type Fetch, isNp6Error } from "@np6/api-client";
import type { ExampleOperation } from "@np6/openapi-document";
import type { ClientReaction } from "./client-reaction.ts";

type UntypedMethod = (input: object) => Promise<unknown>;

/** What a call has beside parameters and body. */
export interface ObservedOptions {
  readonly attemptTimeoutMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Calls an operation through the real client, with a fetch that answers as told, and reports how the call failed. So the
 * page says what the client does, not what somebody remembers of it.
 * @param fetch - stands for the network
 * @throws Error when the client does not know the operation, or the call does not fail
 */
export async function observeCall(
  { operationId, parameters, bodies }: ExampleOperation,
  fetch: Fetch,
  options: ObservedOptions = {},
  apiKey: ApiKey = "any-key",
): Promise<ClientReaction> {
  // Retries as by default, but without waiting and one is enough to see. A client per call: they share a budget.
  const retry = { maxAttempts: 2, baseDelayMs: 0, maxDelayMs: 0 };
  // A 429 is waited out for as long as the deadline allows: at least a quarter of a second, and that is enough to see it, too.
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
