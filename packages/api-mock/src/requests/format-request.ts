import type { ReceivedRequest } from "./received-request.ts";

/** Writes a request and its response as a line of the log, with a further line for each violation. */
export function formatRequest(request: ReceivedRequest): string {
  const { method, path, operationId, status, milliseconds = 0, scenarios, violations, nearMiss } = request;
  // Control characters, which a terminal could execute, are replaced.
  const printable = (text: string): string => text.replace(/[^\x20-\x7e\u00a0-\uffff]/g, "?");
  const line = [
    method.padEnd(6),
    printable(path),
    operationId ?? "(no operation)",
    status ?? "(no response)",
    `${Math.round(milliseconds)} ms`,
    ...scenarios.map((name) => `[${name}]`),
  ].join("  ");
  const notes = nearMiss === undefined ? violations : [...violations, nearMiss];
  return [line, ...notes.map((violation) => `        ${printable(violation)}`)]
    .map((text) => `${text}\n`)
    .join("");
}
