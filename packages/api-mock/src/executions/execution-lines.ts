import type { Executions } from "./execution-ledger.ts";

/** Number of lines in a chunk: fewer, larger writes. */
const linesOfPiece = 1000;

/** Writes executions as NDJSON, in chunks of complete lines: `{"who":{…},"times":1,"requests":[1]}`. */
export function* executionLines(executions: Executions): Generator<string> {
  let lines: string[] = [];
  for (const { who, times, requests } of executions) {
    // `who` is JSON already.
    lines.push(`{"who":${who},"times":${times},"requests":${JSON.stringify(requests)}}\n`);
    if (lines.length < linesOfPiece) continue;
    yield lines.join("");
    lines = [];
  }
  if (lines.length > 0) yield lines.join("");
}
