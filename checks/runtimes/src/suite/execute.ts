import type { SmokeContext } from "./smoke-case.ts";

type Client = ReturnType<SmokeContext["client"]>;
type Input = Parameters<Client["executeWorkflow"]>[0];

/** Executes a workflow for one receiver: the call that must never run twice. */
export function execute(
  client: Client,
  id: number,
  options: Omit<Input, "path" | "body"> = {},
): ReturnType<Client["executeWorkflow"]> {
  return client.executeWorkflow({
    path: { id },
    body: { receiver: { type: "id", value: "000A1B2C" } },
    ...options,
  });
}
