import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Table } from "./table.ts";

/**
 * Measures the cost and throughput of requests on the loopback interface, at several concurrencies. It runs in a
 * process without the bench's large young generation, because its garbage collections would dominate the cost of some
 * clients.
 */
export async function measureLoopback(rounds: number): Promise<Table[]> {
  const program = fileURLToPath(new URL("../loopback-clients.ts", import.meta.url));
  const clients = fork(program, [`${rounds}`], { execArgv: [] });
  let tables: Table[] | undefined;
  clients.once("message", (message) => {
    tables = message as Table[];
  });
  const [code] = await once(clients, "exit");
  if (tables === undefined)
    throw new Error(`the loopback part ended with exit code ${code} and printed no result`);
  return tables;
}
