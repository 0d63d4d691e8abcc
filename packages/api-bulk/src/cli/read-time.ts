import { BulkError } from "../bulk-error.ts";

/** Reads a time: `18:00` means today; other texts are dates with a time. */
export function readTime(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  const time = new Date(text);
  if (hours !== undefined) {
    time.setTime(Date.now());
    time.setHours(Number(hours), Number(minutes), 0, 0);
  }
  if (!Number.isNaN(time.getTime())) return time;
  throw new BulkError(
    `--not-after ${JSON.stringify(text)} is not a time. Write 18:00, or 2026-11-28T18:00:00Z.`,
  );
}
