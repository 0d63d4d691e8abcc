import type { Lesson } from "../journal/journal.ts";
import type { Pace } from "../pace/pace.ts";
import type { StopRules } from "./stop-rules.ts";

/**
 * Adapts pace and stop rules to the end of a batch.
 *
 * @param items number of items in the batch
 * @param words description of the failure, for the reason of a pause
 * @returns the reason why the job has to pause, if there is one
 */
export function learnFrom(
  { meaning, retryAfterMs, isExhausted, milliseconds }: Lesson,
  items: number,
  words: string,
  pace: Pace,
  rules: StopRules,
): string | undefined {
  if (meaning === "good") pace.answered(items, milliseconds);
  if (meaning === "held" || meaning === "not-sent") pace.held(retryAfterMs);
  if (meaning === "unknown") pace.unknown();
  if (meaning === "too-large") pace.tooLarge(items);
  if (isExhausted) pace.exhausted();
  if (meaning === "pause") return words;
  if (meaning === "too-large" || meaning === "refused") return undefined;
  return rules.after(meaning);
}
