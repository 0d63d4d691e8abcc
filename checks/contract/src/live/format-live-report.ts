import { formatTable } from "../coverage/format-table.ts";
import type { LiveResult } from "./call-live.ts";

/** Formats the result of a live run: a table of the calls, then every difference. */
export function formatLiveReport(baseUrl: string, results: readonly LiveResult[]): string {
  const rows = results.map(({ operationId, status, milliseconds, differences }) => [
    operationId,
    String(status ?? "none"),
    `${milliseconds} ms`,
    String(differences.length),
  ]);
  const differences = results.flatMap(({ operationId, differences: list, status }) =>
    list.map(({ kind, message }) => `${operationId} ${status ?? ""}: ${kind}: ${message}\n`),
  );
  const unknown = results.filter(({ outcomeUnknown }) => outcomeUnknown);
  return [
    `${baseUrl} compared with the spec:\n`,
    formatTable([["operation", "status", "time", "differences"], ...rows]),
    "\n",
    ...(differences.length === 0 ? ["It agrees with the spec.\n"] : differences),
    ...unknown.map(
      ({ operationId }) => `${operationId} may have run although it failed: check before calling it again.\n`,
    ),
  ].join("");
}
