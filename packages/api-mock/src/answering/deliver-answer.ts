import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Effect } from "../scenarios/effect.ts";
import type { Answer } from "../wire/answer.ts";
import type { ClientConnection } from "../wire/client-connection.ts";

/**
 * Sends a response to the client, at the pace of the effect.
 *
 * @throws when the client disconnects between two pieces
 */
export async function deliverAnswer(
  response: ServerResponse,
  { status, rawHeaders, body }: Answer,
  pieces: Effect["pieces"],
  connection: ClientConnection,
): Promise<void> {
  response.sendDate = false;
  response.writeHead(status, [...rawHeaders]);
  if (pieces === undefined) {
    // As a string, the body is written together with the head.
    response.end(body.toString("latin1"), "latin1");
    return;
  }
  response.flushHeaders();
  const signal = connection.createSignal();
  const size = Math.max(1, Math.ceil(body.length / pieces.count));
  for (let start = 0; start < body.length; start += size) {
    await wait(pieces.pause, undefined, { signal });
    response.write(body.subarray(start, start + size));
  }
  response.end();
}
