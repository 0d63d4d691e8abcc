import type { Counts } from "../journal/journal.ts";

/** Time window of the displayed rate: it shows the recent rate of this run, not the average of the job. */
const windowMs = 30_000;

/** Formats the progress of a run as one line. */
export function createProgressLine(now: () => number): (counts: Counts) => string {
  const samples: { readonly at: number; readonly settled: number }[] = [];
  return (counts) => {
    const { total, pending, sending, done, failed, unknown, ran, skipped } = counts;
    const settled = total - pending - sending;
    samples.push({ at: now(), settled });
    while (samples.length > 2 && (samples[1]?.at ?? 0) < now() - windowMs) samples.shift();
    const [oldest] = samples;
    const seconds = (now() - (oldest?.at ?? now())) / 1000;
    const rate = seconds > 0 ? (settled - (oldest?.settled ?? 0)) / seconds : 0;
    const parts = [
      `${done.toLocaleString("en-US")} of ${(total - skipped).toLocaleString("en-US")} done`,
      `${failed.toLocaleString("en-US")} failed`,
      `${(unknown + ran).toLocaleString("en-US")} unknown`,
      `${sending.toLocaleString("en-US")} in flight`,
    ];
    if (rate > 0) {
      parts.push(
        `${Math.round(rate).toLocaleString("en-US")}/s`,
        `${duration((pending + sending) / rate)} left`,
      );
    }
    return parts.join(" · ");
  };
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
