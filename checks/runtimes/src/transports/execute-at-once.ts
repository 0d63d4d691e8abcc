import { isNp6Error, type Np6Client } from "@np6/api-client";
import type { Ending } from "./transport-results.ts";

/** At each server an execution, and then five at once. @returns how each ended, a list for each server */
export function executeAtOnce(
  urls: readonly string[],
  createClient: (baseUrl: string) => Np6Client,
): Promise<(readonly Ending[])[]> {
  return Promise.all(
    urls.map(async (url) => {
      const np6 = createClient(url);
      const first = await execute(np6, 0);
      return [first, ...(await Promise.all([1, 2, 3, 4, 5].map((id) => execute(np6, id))))];
    }),
  );
}

async function execute(np6: Np6Client, id: number): Promise<Ending> {
  try {
    const body = { receiver: { type: "id", value: "000A1B2C" } } as const;
    await np6.executeWorkflow({ path: { id }, body, attemptTimeoutMs: 10_000 });
    return { id, kind: "success", outcomeUnknown: false };
  } catch (error) {
    if (!isNp6Error(error)) throw error;
    return { id, kind: error.kind, outcomeUnknown: error.outcomeUnknown };
  }
}
