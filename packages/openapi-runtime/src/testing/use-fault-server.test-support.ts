import { type Fault, type FaultServer, type HeaderLine, respond, startFaultServer } from "@np6/fault-server";
import { onTestFinished } from "vitest";

/** A server that answers each request with the next fault; it ends with the test that started it. */
export async function useFaultServer(...faults: readonly Fault[]): Promise<FaultServer> {
  const server = await startFaultServer();
  onTestFinished(() => server.close());
  server.script(faults);
  return server;
}

/** A response of the example API. */
export function answer(status: number, body = "", headers: readonly HeaderLine[] = []): Fault {
  return respond({
    status,
    headers: [["Content-Type", "application/json"], ["x-request-id", "r-1"], ...headers],
    body,
  });
}

/** A success of both example operations that the tests call. */
export const good: Fault = answer(200, '{"done":true}');
