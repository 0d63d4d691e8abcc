// The command `pnpm check postgres [--receivers N] [--workers N] [--seed N] [--only rehearsal|queues|scale]`.
import { parseArgs } from "node:util";
import { rehearse } from "./rehearsal.ts";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));

const { values } = parseArgs({
  options: {
    receivers: { type: "string", default: "30000" },
    workers: { type: "string", default: "6" },
    seed: { type: "string", default: "7" },
  },
});
const numberOf = (name: "receivers" | "workers" | "seed"): number => {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new Error(`--${name} must be a whole number from 1, and is ${values[name]}`);
};
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const problems = await rehearse({
  receivers: numberOf("receivers"),
  workers: numberOf("workers"),
  seed: numberOf("seed"),
  say,
});
for (const problem of problems) say(`✗ ${problem}`);
say(`\n${problems.length === 0 ? 1 : 0} passed, ${problems.length} failed`);
process.exitCode = problems.length === 0 ? 0 : 1;
