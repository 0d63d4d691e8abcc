import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { alternate } from "../measure/alternate.ts";
import { entries } from "./entries.ts";
import type { Table } from "./table.ts";

const folder = fileURLToPath(new URL("../..", import.meta.url));

/** Imports a package and creates one client in a separate process; returns both durations in milliseconds of CPU. */
function start(name: string): { imported: number; created: number } {
  const { module, make } = entries[name] ?? { module: "", make: "" };
  const from = module.startsWith(".") ? new URL(`../../${module}`, import.meta.url).href : module;
  const code = `const key = "0123456789"; const a = process.cpuUsage();
const module = await import(${JSON.stringify(from)}); const imported = process.cpuUsage(a); const b = process.cpuUsage();
${make}
const created = process.cpuUsage(b); const ms = ({ user, system }) => (user + system) / 1000;
console.log(JSON.stringify({ imported: ms(imported), created: ms(created) }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: folder,
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(`${name} did not start: ${stderr}`);
  return JSON.parse(stdout);
}

/** Measures the CPU time to import each client, and to create the first instance. */
export async function measureStartUp(rounds: number): Promise<Table[]> {
  const names = [
    "openapi-fetch",
    ...Object.keys(entries).filter((name) => !["openapi-fetch", "raw fetch"].includes(name)),
  ];
  const created = new Map(names.map((name) => [name, [] as number[]]));
  const imports = names.map((name) => ({
    name,
    measure: () => {
      const times = start(name);
      created.get(name)?.push(times.created);
      return times.imported;
    },
  }));
  const rows = await alternate(imports, rounds);
  const clients = names.map((name) => {
    let round = 0;
    return { name, measure: () => created.get(name)?.[round++] ?? Number.NaN };
  });
  return [
    { title: "Import", unit: "ms of CPU", rows },
    { title: "Making the first client", unit: "ms of CPU", rows: await alternate(clients, rounds) },
  ];
}
