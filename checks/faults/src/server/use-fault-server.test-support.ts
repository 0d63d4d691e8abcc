import { onTestFinished } from "vitest";
import { openRawClient, type RawClient } from "../wire/open-raw-client.test-support.ts";
import type { FaultServer, FaultServerOptions } from "./fault-server.ts";
import { startFaultServer } from "./start-fault-server.ts";

/** A fault server for one test, closed when it is over. */
export async function useFaultServer(options?: FaultServerOptions): Promise<FaultServer> {
  const server = await startFaultServer(options);
  onTestFinished(() => server.close());
  return server;
}

/** A raw connection for one test, destroyed when it is over. */
export async function useRawClient(server: { readonly url: string }): Promise<RawClient> {
  const client = await openRawClient(server.url);
  onTestFinished(() => client.destroy());
  return client;
}
