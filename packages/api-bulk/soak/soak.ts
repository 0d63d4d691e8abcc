// `pnpm check bulk [--receivers N] [--profile NAME]… [--kills N] [--seed N] [--minutes N]` tries each fault profile
// once. With `--minutes`, it goes on with other seeds until the time is over.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chaosProfiles } from "../src/testing/chaos-profiles.test-support.ts";
import { type ChaosResult, runChaos } from "../src/testing/run-chaos.test-support.ts";

const { values } = parseArgs({
  options: {
    receivers: { type: "string", default: "100000" },
    profile: { type: "string", multiple: true, default: chaosProfiles.map(({ name }) => name) },
    kills: { type: "string", default: "8" },
    seed: { type: "string", default: "7" },
    minutes: { type: "string", default: "0" },
  },
});
const [receivers, kills, firstSeed, minutes] = (["receivers", "kills", "seed", "minutes"] as const).map(
  (name) => {
    const number = Number(values[name]);
    if (Number.isInteger(number) && number >= 0) return number;
    throw new Error(`--${name} must be a whole number, and is ${values[name]}`);
  },
) as [number, number, number, number];
const strange = values.profile.find((name) => !chaosProfiles.some((profile) => profile.name === name));
if (strange !== undefined) {
  const names = chaosProfiles.map(({ name }) => JSON.stringify(name)).join(", ");
  throw new Error(`--profile ${JSON.stringify(strange)}: there are ${names}`);
}

const columns = {
  seconds: 8,
  requests: 9,
  runs: 5,
  kills: 6,
  done: 9,
  failed: 8,
  unknown: 8,
  unknownByDeath: 9,
  unknownThatRan: 8,
  executedTwice: 6,
  lies: 5,
} as const satisfies Partial<Record<keyof ChaosResult, number>>;
const heads = [
  "seconds",
  "requests",
  "runs",
  "kills",
  "done",
  "failed",
  "unknown",
  "by death",
  "had run",
  "twice",
  "lies",
];
const say = (cells: readonly string[], name: string): void => {
  const widths = Object.values(columns);
  process.stdout.write(
    `${name.padEnd(28)}${cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join("")}\n`,
  );
};

const until = performance.now() + minutes * 60_000;
const [maxAtStake, batchSize] = [2_000, Math.max(5, Math.min(50, Math.floor(receivers / 1000)))];
process.stdout.write(
  `${receivers} receivers, ${kills} kills, batches of ${batchSize}, at most ${maxAtStake} in flight\n`,
);
let isWrong = false;
let seed = firstSeed;
do {
  process.stdout.write(`\nseed ${seed}\n`);
  say(heads, "");
  for (const profile of chaosProfiles.filter(({ name }) => values.profile.includes(name))) {
    const folder = mkdtempSync(join(tmpdir(), "np6-bulk-soak-"));
    const job = { file: join(folder, "job.db"), receivers, batchSize, maxAtStake, kills, seed };
    const result = await runChaos(profile, job);
    rmSync(folder, { recursive: true });
    say(
      Object.keys(columns).map((name) => {
        const value = result[name as keyof typeof columns];
        return typeof value === "number" ? String(Math.round(value)) : String(value.length);
      }),
      profile.name,
    );
    for (const lie of result.lies.slice(0, 10)) process.stdout.write(`  ✗ ${lie}\n`);
    isWrong ||= result.lies.length > 0 || result.executedTwice > 0;
  }
  seed += 1;
} while (performance.now() < until);
process.stdout.write(
  isWrong
    ? "\nThe journal and the ledger differ.\n"
    : "\nNo receiver was sent to twice, and every state is true.\n",
);
process.exitCode = isWrong ? 1 : 0;
