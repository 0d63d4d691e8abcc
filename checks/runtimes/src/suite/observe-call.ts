import { execute } from "./execute.ts";
import type { SmokeContext } from "./smoke-case.ts";

/**
 * Executes a workflow and describes how often the server received it and how it ended.
 * @returns for example "sent once, fails as http"
 */
export async function observeCall(
  context: SmokeContext,
  client: ReturnType<SmokeContext["client"]>,
  id: number,
): Promise<string> {
  const outcome = await execute(client, id).then(
    () => "succeeds",
    async (error: unknown) => `fails as ${(await context.failureOf(() => Promise.reject(error))).kind}`,
  );
  const count = (await context.received(id)).length;
  const times = ["never", "once", "twice"][count] ?? `${count} times`;
  return `sent ${times}, ${outcome}`;
}
