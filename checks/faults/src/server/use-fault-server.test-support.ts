import { onTestFinished } from "vitest";
import { openRawClient, type RawClient } from "../wire/open-raw-client.test-support.ts";
import type { FaultServer, FaultServerOptions } from "./fault-server.ts";
import { startFaultServer } from "./start-fault-server.ts";

/** Starts a fault server for one test, and closes it afterwards. */
export async function useFaultServer(options?: FaultServerOptions): Promise<FaultServer> {
  const server = await startFaultServer(options);
  onTestFinished(() => server.close());
  return server;
}

/** Opens a raw connection for one test, and destroys it afterwards. */
export async function useRawClient(server: { readonly url: string }): Promise<RawClient> {
  const client = await openRawClient(server.url);
  onTestFinished(() => client.destroy());
  return client;
}
