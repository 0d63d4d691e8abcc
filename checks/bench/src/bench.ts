import { mkdir, writeFile } from "node:fs/promises";
import { cpus, platform, release } from "node:os";
import { parseArgs } from "node:util";
import { formatGoals } from "./goals.ts";
import { measureBatches } from "./parts/batches.ts";
import { measureBundles } from "./parts/bundle-size.ts";
import { measureCodegen } from "./parts/codegen.ts";
import { measureLoopback } from "./parts/loopback.ts";
import { measurePerCall } from "./parts/per-call.ts";
import { measureStartUp } from "./parts/start-up.ts";
import { formatTable, type Table } from "./parts/table.ts";
import { measureInstantiations } from "./parts/type-instantiations.ts";
import { writeDocs } from "./write-docs.ts";

/** The parts of the benchmark with their rounds; all take some minutes on an idle machine with two cores. */
const parts: Readonly<Record<string, (scale: number) => Promise<Table[]>>> = {
  "per-call": (scale) => measurePerCall(Math.ceil(40 * scale)),
  batches: (scale) => measureBatches(Math.ceil(15 * scale)),
  loopback: (scale) => measureLoopback(Math.ceil(9 * scale)),
  "start-up": (scale) => measureStartUp(Math.ceil(7 * scale)),
  bundle: measureBundles,
  types: measureInstantiations,
  codegen: (scale) => measureCodegen(Math.ceil(2 * scale)),
};

const { values } = parseArgs({
  options: {
    part: { type: "string", multiple: true, default: Object.keys(parts) },
    quick: { type: "boolean", default: false },
    docs: { type: "boolean", default: false },
  },
});
const unknown = values.part.find((name) => !(name in parts));
if (unknown !== undefined) {
  process.stderr.write(`there is no part ${unknown}; name one of ${Object.keys(parts).join(", ")}\n`);
  process.exit(1);
}

const machine = {
  date: new Date().toISOString().slice(0, 10),
  processor: cpus()[0]?.model ?? "unknown",
  cores: cpus().length,
  system: `${platform()} ${release()}`,
  node: process.version,
  command: `pnpm bench${process.argv
    .slice(2)
    .map((word) => ` ${word}`)
    .join("")}`,
};
process.stdout.write(`${machine.cores} × ${machine.processor}, ${machine.system}, Node ${machine.node}\n\n`);

const tables: Table[] = [];
for (const name of values.part) {
  for (const table of (await parts[name]?.(values.quick ? 0.3 : 1)) ?? []) {
    tables.push(table);
    process.stdout.write(`${formatTable(table)}\n`);
  }
}
process.stdout.write(`${formatGoals(tables)}\n`);
const results = new URL("../.results/", import.meta.url);
await mkdir(results, { recursive: true });
await writeFile(new URL("bench.json", results), `${JSON.stringify({ machine, tables }, null, 2)}\n`);
process.stdout.write("All figures as JSON: checks/bench/.results/bench.json\n");
if (values.docs) {
  await writeDocs(machine, tables);
  process.stdout.write("Written: docs/performance.md, docs/performance.svg\n");
}
