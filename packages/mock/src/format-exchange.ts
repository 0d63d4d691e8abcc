import type { Exchange } from "./exchange.ts";

/** Writes one request and its answer as a line of the request log, with a further line for each violation. */
export function formatExchange(exchange: Exchange): string {
  const { method, path, operationId, status, milliseconds, violations } = exchange;
  // What a terminal would take for a command does not reach it.
  const printable = (text: string): string => text.replace(/[^\x20-\x7e\u00a0-\uffff]/g, "?");
  const line = [
    method.padEnd(6),
    printable(path),
    operationId ?? "(no operation)",
    status ?? "(client gone)",
    `${Math.round(milliseconds)} ms`,
  ].join("  ");
  return [line, ...violations.map((violation) => `        ${printable(violation)}`)]
    .map((text) => `${text}\n`)
    .join("");
}
