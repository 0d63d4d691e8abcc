import type { Figure } from "./budgets/figure.ts";
import type { Prepare } from "./contenders/contender.ts";
import { np6ByOperation, np6ByPath } from "./contenders/np6.ts";
import { allocatedBytes } from "./measure/allocated-bytes.ts";
import { allocationSites } from "./measure/allocation-sites.ts";
import { spread } from "./measure/spread.ts";
import { stubFetch } from "./measure/stub-fetch.ts";
import { bundleBytes, bundleModules } from "./parts/bundle-size.ts";
import { countSmallPrograms } from "./parts/type-instantiations.ts";

// Prints the client's counts, which are the same on every machine, as JSON. `pnpm check budgets` compares them with the
// budgets. `parts` lists the parts of a figure.

async function countAllocation(name: string, prepare: Prepare): Promise<Figure> {
  const call = prepare("https://api.example.com", stubFetch);
  // Warm-up until everything is compiled, because interpreted code allocates more.
  for (let done = 0; done < 5_000; done += 1) await call();
  const counts: number[] = [];
  for (let round = 0; round < 15; round += 1) counts.push(await allocatedBytes(call, 200));
  const sites = [...(await allocationSites(call, 2_000))].filter(([, bytes]) => bytes >= 100);
  const parts = Object.fromEntries(sites.map(([site, bytes]) => [site, Math.round(bytes)]));
  return {
    name: `Allocated by one call (${name})`,
    unit: "bytes",
    value: Math.round(spread(counts).median),
    parts,
  };
}

const instantiations = [...(await countSmallPrograms())].filter(([name]) => name.startsWith("np6"));
const figures: readonly Figure[] = [
  {
    name: "Bundle of one call",
    unit: "bytes, brotli",
    value: await bundleBytes("np6, by operation"),
    parts: await bundleModules("np6, by operation"),
  },
  await countAllocation("np6, by operation", np6ByOperation),
  await countAllocation("np6, by path", np6ByPath),
  ...instantiations.map(([name, [calls, total]]) => ({
    name: `Types of three calls (${name})`,
    unit: "instantiations",
    value: calls,
    parts: { "three calls": calls, "making the client": total - calls },
  })),
];
process.stdout.write(`${JSON.stringify(figures)}\n`);
