import { createClient } from "../../../../packages/api-client/dist/index.mjs";
import { alternate } from "../measure/alternate.ts";
import { cpuTime } from "../measure/cpu-time.ts";
import { workload } from "../workload.ts";
import type { Table } from "./table.ts";

const path = { id: 42 };
const sizes = [1, 10, 100, 1_000, 5_000];

/** Measures the client's cost for batches, compared with a hand-written call that writes and reads the same JSON. */
export async function measureBatches(rounds: number): Promise<Table[]> {
  const tables: Table[] = [];
  for (const size of sizes) tables.push(await measureBatch(size, rounds));
  return tables;
}

async function measureBatch(size: number, rounds: number): Promise<Table> {
  const body = Array.from({ length: size }, () => ({ receiver: { type: "id" as const, value: "000A1B2C" } }));
  const answer = JSON.stringify(body.map(({ receiver }) => ({ type: "success", receiver })));
  const headers = { "content-type": workload.mediaType };
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    new Request(input, init);
    return new Response(answer, { headers });
  };
  const np6 = createClient({ apiKey: workload.key, baseUrl: "https://api.example.com", fetch });
  const url = "https://api.example.com/scripting/workflows/42/executions";
  const calls = {
    "raw fetch": async () => (await fetch(url, { method: "POST", body: JSON.stringify(body) })).json(),
    "np6, by operation": () => np6.executeWorkflowBatch({ path, body }),
  };
  const times = Math.max(1, Math.round(200 / size));
  const alternatives = Object.entries(calls).map(([name, call]) => ({
    name,
    measure: async () => {
      const used = await cpuTime(async () => {
        for (let done = 0; done < times; done += 1) await call();
      });
      return used / times / size;
    },
  }));
  await alternate(alternatives, 5);
  const title = `A batch of ${size.toLocaleString("en-US")} over a stub`;
  return { title, unit: "µs of CPU per item", rows: await alternate(alternatives, rounds) };
}
