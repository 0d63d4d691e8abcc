import type { Counts, Journal, JournalEvent } from "../journal/journal.ts";

/** States in the chart, from the bottom; the rest above them is pending. */
export const drawnStates = ["done", "failed", "ran", "unknown"] as const;
export type Drawn = (typeof drawnStates)[number];
type Levels = Record<Drawn, number>;

/** Number of points in the chart. */
const steps = 240;
/** A longer break is omitted from the chart, and marked. */
const longestBreakMs = 60_000;
/** Width of an omitted break. */
const breakShare = 0.03;

/** A mark on the time axis. */
export interface Mark {
  /** Position from 0 to 1. */
  readonly at: number;
  readonly time: number;
  readonly kind: "died" | "paused" | "break";
  readonly text: string;
}

/** The course of a job, ready to be drawn. */
export interface Timeline {
  readonly from: number;
  readonly to: number;
  /** Duration without long breaks. */
  readonly activeMs: number;
  /** Receivers by state at each step, from the first to the last. */
  readonly levels: readonly Readonly<Levels>[];
  readonly marks: readonly Mark[];
  /** Number of requests by response and by new state of their batches. */
  readonly requests: readonly {
    readonly response: string;
    readonly outcome: string;
    readonly count: number;
  }[];
}

const levelsOf = ({ done, failed, ran, unknown }: Counts): Levels => ({ done, failed, ran, unknown });

/** Reads the course of a job. @returns undefined when nothing was sent yet */
export async function readTimeline(journal: Journal): Promise<Timeline | undefined> {
  const events = await journal.events();
  const busy: { from: number; to: number }[] = [];
  const requests = new Map<string, { response: string; outcome: string; count: number }>();
  for await (const { sentAt, endedAt, outcome = "in flight", status, kind } of journal.attempts()) {
    const end = Math.max(sentAt, endedAt ?? sentAt);
    const last = busy.at(-1);
    if (last !== undefined && sentAt - last.to <= longestBreakMs) last.to = Math.max(last.to, end);
    else busy.push({ from: sentAt, to: end });
    const response =
      status === undefined ? (kind ?? (outcome === "answered" ? "success" : "no response")) : `${status}`;
    const key = `${response} ${outcome}`;
    const row = requests.get(key) ?? { response, outcome, count: 0 };
    requests.set(key, { ...row, count: row.count + 1 });
  }
  const [first, last] = [busy[0], busy.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  for (const { at } of events) if (at > last.to && at - last.to <= longestBreakMs) last.to = at;
  // A moment needs some width.
  if (last.to === last.from) last.to += 1;
  const scale = createScale(busy);
  return {
    from: first.from,
    to: last.to,
    activeMs: busy.reduce((sum, { from, to }) => sum + to - from, 0),
    levels: await readLevels(journal, events, scale),
    marks: [...breaksOf(busy, scale), ...marksOf(events, scale)].sort((a, b) => a.at - b.at),
    requests: [...requests.values()].sort((a, b) => b.count - a.count),
  };
}

/** Maps a time to a position between 0 and 1; breaks have a short width, however long they were. */
function createScale(
  busy: readonly { readonly from: number; readonly to: number }[],
): (time: number) => number {
  const active = busy.reduce((sum, { from, to }) => sum + to - from, 0);
  const breakWidth = Math.min(breakShare, 0.5 / busy.length);
  const share = 1 - breakWidth * (busy.length - 1);
  return (time) => {
    let position = 0;
    for (const [index, { from, to }] of busy.entries()) {
      const next = busy[index + 1];
      if (time <= to || next === undefined) {
        const within = Math.min(Math.max(time, from), to) - from;
        return Math.min(1, position + (active === 0 ? 1 : within / active) * share);
      }
      position += ((to - from) / (active || 1)) * share;
      if (time < next.from) return position + breakWidth / 2;
      position += breakWidth;
    }
    return 1;
  };
}

/** Counts receivers at each step: the journal's counts at the last event, plus the batches that ended since. */
async function readLevels(
  journal: Journal,
  events: readonly JournalEvent[],
  scale: (time: number) => number,
): Promise<Levels[]> {
  const epochs = events.map(({ at, counts }) => ({
    step: Math.ceil(scale(at) * steps),
    at,
    counts: levelsOf(counts),
  }));
  const deltas = epochs.map(() => new Map<number, Levels>());
  for await (const { endedAt, outcome, first, last, failed } of journal.attempts()) {
    if (endedAt === undefined || outcome === undefined) continue;
    const size = last - first + 1;
    // An attempt that ended at the time of an event most likely ended before it, so the event's counts include it.
    const after = epochs.findLastIndex(({ at }) => at < endedAt);
    const step = Math.ceil(scale(endedAt) * steps);
    const old = deltas[after]?.get(step) ?? { done: 0, failed: 0, ran: 0, unknown: 0 };
    if (outcome === "answered") {
      old.done += size - failed;
      old.failed += failed;
    } else if (outcome === "ran" || outcome === "unknown") old[outcome] += size;
    deltas[after]?.set(step, old);
  }
  let epoch = 0;
  let now: Levels = { done: 0, failed: 0, ran: 0, unknown: 0 };
  return Array.from({ length: steps + 1 }, (_, step) => {
    const latest = epochs.findLastIndex((candidate) => candidate.step <= step);
    if (latest > epoch || step === 0) {
      epoch = Math.max(0, latest);
      now = { ...(epochs[epoch]?.counts ?? now) };
      for (const [earlier, delta] of deltas[epoch] ?? []) if (earlier < step) add(now, delta);
    }
    add(now, deltas[epoch]?.get(step));
    return { ...now };
  });
}

function add(levels: Levels, delta: Levels | undefined): void {
  for (const state of drawnStates) levels[state] += delta?.[state] ?? 0;
}

function marksOf(events: readonly JournalEvent[], scale: (time: number) => number): Mark[] {
  let isRunning = false;
  return events.flatMap(({ at, kind, detail }): Mark[] => {
    const died = kind === "run" && isRunning;
    if (kind === "run") isRunning = true;
    if (kind === "end") isRunning = false;
    const facts = (detail ?? {}) as { readonly interrupted?: number; readonly reason?: string };
    if (died) {
      const lost = (facts.interrupted ?? 0).toLocaleString("en-US");
      const text = `started again: the previous process had ended with ${lost} receivers in flight`;
      return [{ at: scale(at), time: at, kind: "died", text }];
    }
    if (kind !== "pause" && kind !== "cancel") return [];
    const text = `${kind === "pause" ? "paused" : "cancelled"}: ${facts.reason ?? ""}`;
    return [{ at: scale(at), time: at, kind: "paused", text }];
  });
}

function breaksOf(
  busy: readonly { readonly from: number; readonly to: number }[],
  scale: (time: number) => number,
): Mark[] {
  return busy.slice(0, -1).map(({ to }, index) => {
    const next = busy[index + 1]?.from ?? to;
    const minutes = Math.round((next - to) / 60_000).toLocaleString("en-US");
    return {
      at: scale((to + next) / 2),
      time: to,
      kind: "break",
      text: `nothing was sent for ${minutes} min`,
    };
  });
}
