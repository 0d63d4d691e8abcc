import { parseArgs } from "node:util";

/** Settings of a soak. */
export interface SoakSettings {
  readonly seconds: number;
  /** The share of requests that get a fault, 0 to 1. */
  readonly faultRate: number;
  /** Seed of the order of the faults. */
  readonly seed: number;
}

/**
 * Reads the command line.
 * @throws Error that names the option, the rule and the fix
 */
export function parseSoakSettings(commandLine: readonly string[]): SoakSettings {
  // pnpm forwards its own separator.
  const args = commandLine.filter((word, index) => !(index === 0 && word === "--"));
  const options = {
    seconds: { type: "string" },
    "fault-rate": { type: "string" },
    seed: { type: "string" },
  } as const;
  const { values } = parseArgs({ args, options, strict: true });
  return {
    seconds: readNumber(
      "seconds",
      values.seconds ?? "60",
      "a whole number from 1 to 86400",
      (value) => Number.isInteger(value) && value >= 1 && value <= 86_400,
    ),
    faultRate: readNumber(
      "fault-rate",
      values["fault-rate"] ?? "0.1",
      "a share from 0 to 1",
      (value) => value >= 0 && value <= 1,
    ),
    seed: readNumber(
      "seed",
      values.seed ?? "1",
      "a whole number from 0",
      (value) => Number.isSafeInteger(value) && value >= 0,
    ),
  };
}

function readNumber(option: string, text: string, rule: string, fits: (value: number) => boolean): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (fits(value)) return value;
  throw new Error(
    `--${option} is ${JSON.stringify(text)}; give ${rule}, for example --${option} ${example[option]}.`,
  );
}

const example: Readonly<Record<string, string>> = { seconds: "60", "fault-rate": "0.1", seed: "1" };
