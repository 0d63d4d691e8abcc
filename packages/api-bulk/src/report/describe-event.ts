import type { JournalEvent } from "../journal/journal.ts";

const number = (value: unknown): string => Number(value).toLocaleString("en-US");

/** Describes an event of a journal in words. */
export function describeEvent({ kind, detail }: JournalEvent): string {
  const facts = (detail ?? {}) as Readonly<Record<string, unknown>>;
  switch (kind) {
    case "plan":
      return `Planned; ${number(facts.skipped)} duplicates are skipped.`;
    case "run": {
      const lost =
        Number(facts.interrupted) > 0
          ? ` ${number(facts.interrupted)} were in flight when a process ended, and are unknown.`
          : "";
      const takeover = typeof facts.takeover === "string" ? ` Taken over, although ${facts.takeover}.` : "";
      return `Started; at most ${number(facts.maxAtStake)} receivers in flight.${lost}${takeover}`;
    }
    case "end":
      return `Ended: ${String(facts.state)}.`;
    case "pause":
      return `Paused: ${String(facts.reason)}.`;
    case "cancel":
      return `Cancelled: ${String(facts.reason)}.`;
    case "resolve":
      return `${number(facts.resolved)} receivers resolved by ${String(facts.by)}: ${String(facts.reason)}.`;
    case "purge":
      return "The receivers were removed.";
    default:
      return `${kind}: ${JSON.stringify(detail)}`;
  }
}
