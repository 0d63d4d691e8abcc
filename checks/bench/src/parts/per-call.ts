import { allContenders } from "../contenders/all-contenders.ts";
import { allocatedBytes } from "../measure/allocated-bytes.ts";
import { alternate } from "../measure/alternate.ts";
import { cpuTime } from "../measure/cpu-time.ts";
import { stubFetch } from "../measure/stub-fetch.ts";
import type { Table } from "./table.ts";

const callsPerRound = 200;

/** Measures the cost of one call with a fetch that responds at once: CPU time, and bytes. */
export async function measurePerCall(rounds: number): Promise<Table[]> {
  const calls = Object.entries(allContenders).map(([name, prepare]) => ({
    name,
    call: prepare("https://api.example.com", stubFetch),
  }));
  const timed = calls.map(({ name, call }) => ({
    name,
    measure: async () => {
      const used = await cpuTime(async () => {
        for (let done = 0; done < callsPerRound; done += 1) await call();
      });
      return used / callsPerRound;
    },
  }));
  // Warm-up until everything is compiled.
  await alternate(timed, 10);
  const microseconds = await alternate(timed, rounds);
  const counted = calls.map(({ name, call }) => ({
    name,
    measure: () => allocatedBytes(call, callsPerRound),
  }));
  return [
    { title: "One call over a stub", unit: "µs of CPU per call", rows: microseconds },
    { title: "Allocated by one call", unit: "bytes per call", rows: await alternate(counted, 9) },
  ];
}
