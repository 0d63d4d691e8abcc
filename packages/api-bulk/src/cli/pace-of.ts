import type { RunOptions } from "../protocol/run-options.ts";
import type { CommandLine } from "./options.ts";
import { readTime } from "./read-time.ts";

/** Reads the pace settings of the command line. */
export function paceOf(
  line: CommandLine,
): Pick<RunOptions, "maxAtStake" | "batchSize" | "maxConcurrency" | "rate" | "notAfter"> {
  const maxAtStake = line.number("max-at-stake");
  const batchSize = line.number("batch-size");
  const maxConcurrency = line.number("max-concurrency");
  const rate = line.number("rate");
  const notAfter = readTime(line.text("not-after"));
  return {
    ...(maxAtStake === undefined ? {} : { maxAtStake }),
    ...(batchSize === undefined ? {} : { batchSize }),
    ...(maxConcurrency === undefined ? {} : { maxConcurrency }),
    ...(rate === undefined ? {} : { rate }),
    ...(notAfter === undefined ? {} : { notAfter }),
  };
}
