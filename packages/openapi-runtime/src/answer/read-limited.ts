import type { TimeLimit } from "../limits/time-limit.ts";
import { ByteCollector } from "./byte-collector.ts";

/** What came of a body before it ended, broke or grew too large. */
export interface LimitedBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How it ended. */
  readonly end: "complete" | "too-large" | "broken-off";
  /** Why it broke off. */
  readonly cause?: unknown;
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** How much is kept of a body that is too large: enough for an excerpt, also when every word of it is a redacted key. */
const keptOfTooLarge = 256 * 1024;

/**
 * Reads a body to its end, but no further than a number of bytes. They are counted after decompression while they
 * arrive: a small compressed answer can unpack to gigabytes (measured: 0.4 KB to 1.1 GB).
 * @param limit - most bytes of a body that is of use
 * @param time - ends the reading, also of a body that does not listen to a signal
 * @returns what came, or the beginning of what was too large; never rejects
 */
export async function readLimited(
  response: Response,
  limit: number,
  time: Pick<TimeLimit, "race" | "heard">,
): Promise<LimitedBody> {
  const collected = new ByteCollector();
  let reader: Reader | undefined;
  try {
    reader = response.body?.getReader();
    if (reader === undefined || (await time.race(readAll(reader, limit, collected, time)))) {
      return { bytes: collected.first(limit), end: "complete" };
    }
    abandon(reader);
    return { bytes: collected.first(keptOfTooLarge), end: "too-large" };
  } catch (cause) {
    if (reader !== undefined) abandon(reader);
    return { bytes: collected.first(limit), end: "broken-off", cause };
  }
}

/** @returns false when there is more than the limit; what is up to it was collected */
async function readAll(
  reader: Reader,
  limit: number,
  collected: ByteCollector,
  time: Pick<TimeLimit, "heard">,
): Promise<boolean> {
  for (;;) {
    const { done, value } = await reader.read();
    time.heard();
    if (done) return true;
    if (collected.length + value.byteLength > limit) {
      collected.add(value.subarray(0, limit - collected.length));
      return false;
    }
    collected.add(value);
  }
}

/** Gives the connection back. Not awaited: a server that goes on sending would decide when the call ends. */
function abandon(reader: Reader): void {
  reader.cancel().catch(() => undefined);
}

/**
 * Gives an answer's connection back without reading its body. Not awaited, since the server decides when it is done, and
 * never throws: the body of another implementation of fetch may have no `cancel`.
 */
export function cancelBody({ body }: Pick<Response, "body">): void {
  try {
    body?.cancel().catch(() => undefined);
  } catch {
    // Then there is nothing that could be given back.
  }
}
