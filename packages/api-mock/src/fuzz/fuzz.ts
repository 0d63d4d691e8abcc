import { parseArgs } from "node:util";
import { runFuzz } from "./run-fuzz.ts";

// `pnpm --filter @np6/api-mock fuzz [--runs 10000] [--seed 1]`
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "10000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const [runs, seed] = [values.runs, values.seed].map(Number);
if (
  !Number.isSafeInteger(runs) ||
  runs === undefined ||
  runs < 1 ||
  !Number.isSafeInteger(seed) ||
  seed === undefined
) {
  throw new TypeError(`--runs ${values.runs} --seed ${values.seed}: give whole numbers, runs from 1 up.`);
}
process.stdout.write(`${runs} raw requests, seed ${seed}\n`);
const report = await runFuzz(runs, seed, (line) => process.stdout.write(`${line}\n`));
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
