import { parseArgs } from "node:util";
import { BulkError } from "../bulk-error.ts";

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const running = {
  rate: text,
  "max-at-stake": text,
  "max-concurrency": text,
  "batch-size": text,
  "not-after": text,
  "base-url": text,
  "canary-receiver": text,
  "keep-results": flag,
  takeover: flag,
  "dry-run": flag,
  yes: flag,
  json: flag,
} as const;

/** Options of each command, beside those of the journal. */
const commands: Readonly<Record<string, Readonly<Record<string, typeof text | typeof flag>>>> = {
  plan: {
    workflow: text,
    receivers: text,
    "receiver-type": text,
    column: text,
    format: text,
    delimiter: text,
    duplicates: text,
    "on-bad-batch": text,
    "execution-ids": flag,
  },
  run: running,
  resume: { ...running, workers: flag },
  worker: {
    rate: text,
    "max-at-stake": text,
    "max-concurrency": text,
    "batch-size": text,
    "not-after": text,
    "base-url": text,
    "health-port": text,
    metrics: flag,
    json: flag,
  },
  status: { json: flag, watch: flag },
  pause: { reason: text },
  cancel: { reason: text },
  report: { state: text, out: text, format: text, html: text },
  resolve: { from: text, delimiter: text, batch: text, key: text, as: text, reason: text },
  keys: { state: text, json: flag },
  verify: {},
  purge: { yes: flag },
};

/** A command with its options, each a string or a flag. */
export interface CommandLine {
  readonly command: string;
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
  /** @throws BulkError when the option is set and not a number */
  readonly number: (name: string) => number | undefined;
  /** Reads seconds and returns milliseconds. @throws BulkError when the option is set and not a number */
  readonly seconds: (name: string) => number | undefined;
  /** @throws BulkError when the value is not among the choices */
  readonly choice: <Choice extends string>(name: string, choices: readonly Choice[]) => Choice | undefined;
  /** @throws BulkError when the option is missing */
  readonly required: (name: string, description: string) => string;
}

/** @throws BulkError that names the command, the option and the valid ones */
export function readOptions(args: readonly string[]): CommandLine {
  const [command = "", ...rest] = args;
  const options = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (options === undefined) {
    const names = Object.keys(commands).join(", ");
    throw new BulkError(`There is no command ${JSON.stringify(command)}. There are: ${names}.`);
  }
  let values: Readonly<Record<string, unknown>>;
  try {
    ({ values } = parseArgs({
      args: rest,
      options: { ...options, journal: text, job: text, lease: text },
      strict: true,
    }));
  } catch (error) {
    throw new BulkError(`${command}: ${(error as Error).message}`);
  }
  const textOf = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  const required = (name: string, description: string): string => {
    const value = textOf(name);
    if (value === undefined || value === "")
      throw new BulkError(`${command} needs --${name}: ${description}.`);
    return value;
  };
  const numberOf = (name: string): number | undefined => {
    const value = textOf(name);
    if (value === undefined) return undefined;
    const number = Number(value.replace(/\/s$/, ""));
    if (value.trim() !== "" && Number.isFinite(number)) return number;
    throw new BulkError(`--${name} must be a number, and is ${JSON.stringify(value)}.`);
  };
  return {
    command,
    text: textOf,
    required,
    flag: (name) => values[name] === true,
    number: numberOf,
    seconds: (name) => {
      const seconds = numberOf(name);
      return seconds === undefined ? undefined : Math.round(seconds * 1000);
    },
    choice: (name, choices) => {
      const value = textOf(name);
      const match = choices.find((choice) => choice === value);
      if (value === undefined || match !== undefined) return match;
      throw new BulkError(`--${name} must be one of ${choices.join(", ")}, and is ${JSON.stringify(value)}.`);
    },
  };
}
