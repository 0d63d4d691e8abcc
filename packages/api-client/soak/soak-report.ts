import type { SoakSettings } from "./soak-settings.ts";

/** Observations of a soak, on both sides. */
export interface SoakReport {
  readonly settings: SoakSettings;
  readonly calls: number;
  /** Number of calls that ended. */
  readonly settled: number;
  /** Number of calls by end: `success`, or the kind of failure with whether the outcome is unknown. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly requests: number;
  readonly faults: number;
  /** Ids that the server executed more than once. */
  readonly processedTwice: number;
  /** Ids that were received again after anything except a 429, executed or not. */
  readonly sentAgain: number;
  /** Calls that reported success, and were not executed. */
  readonly succeededUnprocessed: number;
  /** Calls that reported with certainty that they did not run, and were executed. */
  readonly deniedProcessed: number;
  /** Failures that are not the client's. */
  readonly untyped: readonly string[];
  /** Errors and hook events that contain the key. */
  readonly keyLeaks: number;
  /** Connections to the target of redirects. */
  readonly strangers: number;
  /** Requests that the server could not parse. */
  readonly malformed: number;
  /** Unhandled rejections, uncaught exceptions and warnings. */
  readonly unhandled: readonly string[];
  /** Exchanges that are still open at the server after the last call. */
  readonly exchangesInProgress: number;
  /** Connections that are open after the last call; idle ones are kept for the next. */
  readonly openSockets: number;
  /** Megabytes per 1,000 calls; undefined when the soak was too short. */
  readonly heapSlope: number | undefined;
  readonly heapMegabytes: number;
}

/** Tolerated growth in a minute, in megabytes per 1,000 calls. A leaked response or listener per call is more. */
const flatHeapSlope = 0.25;
/** Allows an idle connection for each concurrent call, and some that are closing; a leak exceeds it in seconds. */
const mostOpenSockets = 64;

/** One line of the table: name, value, and whether the value is wrong. */
interface Line {
  readonly name: string;
  readonly value: string;
  readonly isWrong: boolean;
}

/** Whether any value in the report is wrong. */
export function soakFailed(report: SoakReport): boolean {
  return linesOf(report).some(({ isWrong }) => isWrong);
}

/** Formats the report as a table, with details of wrong values. */
export function formatSoakReport(report: SoakReport): string {
  const { seconds, faultRate, seed } = report.settings;
  const lines = linesOf(report);
  const width = Math.max(...lines.map(({ name }) => name.length));
  return [
    `soak: ${seconds} s, ${faultRate * 100} % faults, seed ${seed}`,
    ...lines.map(
      ({ name, value, isWrong }) => `${name.padEnd(width)}  ${value}${isWrong ? "  <- wrong" : ""}`,
    ),
    ...[...report.untyped, ...report.unhandled].map((detail) => `\n${detail}`),
    soakFailed(report) ? "soak failed" : "soak passed",
  ].join("\n");
}

function linesOf(report: SoakReport): Line[] {
  const { calls, settled, outcomes, requests, faults, heapSlope, heapMegabytes, openSockets } = report;
  const mustBeZero = (name: string, count: number): Line => ({
    name,
    value: `${count}`,
    isWrong: count !== 0,
  });
  return [
    { name: "calls", value: `${calls}`, isWrong: calls === 0 },
    ...Object.entries(outcomes).map(([name, count]) => ({
      name: `  ${name}`,
      value: `${count}`,
      isWrong: false,
    })),
    { name: "requests at the server", value: `${requests}, ${faults} with a fault`, isWrong: requests === 0 },
    mustBeZero("calls that never ended", calls - settled),
    mustBeZero("duplicates: executed twice", report.processedTwice),
    mustBeZero("duplicates: sent again, not after 429", report.sentAgain),
    mustBeZero("said success, but not executed", report.succeededUnprocessed),
    mustBeZero("said it did not run, but executed", report.deniedProcessed),
    mustBeZero("untyped errors", report.untyped.length),
    mustBeZero("key leaks", report.keyLeaks),
    mustBeZero("connections to another origin", report.strangers),
    mustBeZero("unreadable requests", report.malformed),
    mustBeZero("unhandled rejections, exceptions, warnings", report.unhandled.length),
    mustBeZero("exchanges in progress at the end", report.exchangesInProgress),
    { name: "open sockets at the end", value: `${openSockets}`, isWrong: openSockets > mostOpenSockets },
    {
      name: "heap slope, MB per 1,000 calls",
      value:
        heapSlope === undefined
          ? "too short to say"
          : `${heapSlope.toFixed(3)} (${heapMegabytes.toFixed(1)} MB at the end)`,
      isWrong: heapSlope !== undefined && heapSlope > flatHeapSlope,
    },
  ];
}
