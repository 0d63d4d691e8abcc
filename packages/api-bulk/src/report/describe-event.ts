import type { JournalEvent } from "../journal/journal.ts";

const number = (value: unknown): string => Number(value).toLocaleString("en-US");

/** Describes an event of a journal in words. */
export function describeEvent({ kind, detail }: JournalEvent): string {
  const of = (detail ?? {}) as Readonly<Record<string, unknown>>;
  switch (kind) {
    case "plan":
      return `Planned; ${number(of.skipped)} duplicates are skipped.`;
    case "run": {
      const lost =
        Number(of.interrupted) > 0
          ? ` ${number(of.interrupted)} were in flight when a process ended, and are unknown.`
          : "";
      const taken = typeof of.takeover === "string" ? ` Taken over, although ${of.takeover}.` : "";
      return `Started; at most ${number(of.maxAtStake)} receivers in flight.${lost}${taken}`;
    }
    case "end":
      return `Ended: ${String(of.state)}.`;
    case "pause":
      return `Paused: ${String(of.reason)}.`;
    case "cancel":
      return `Cancelled: ${String(of.reason)}.`;
    case "resolve":
      return `${number(of.resolved)} receivers resolved by ${String(of.by)}: ${String(of.reason)}.`;
    case "purge":
      return "The receivers were removed.";
    default:
      return `${kind}: ${JSON.stringify(detail)}`;
  }
}
