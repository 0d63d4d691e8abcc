import { ByteCollector } from "./byte-collector.ts";
import { untilAborted } from "./until-aborted.ts";

/** What came of a body before it ended, broke or grew too large. */
export interface LimitedBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How it ended. */
  readonly end: "complete" | "too-large" | "broken-off";
  /** Why it broke off. */
  readonly cause?: unknown;
}

/** How much is kept of a body that is too large: enough for an excerpt, also when every word of it is a redacted key. */
const keptOfTooLarge = 256 * 1024;

/**
 * Reads a body to its end, but no further than a number of bytes, counted after decompression while they arrive: a small
 * compressed answer can unpack to gigabytes (measured: 0.4 KB to 1.1 GB).
 * @param limit - most bytes of a body that is of use
 * @param signal - ends the reading, also of a body that does not listen to it
 * @returns what came, or the beginning of what was too large; never rejects
 */
export async function readLimited(
  response: Response,
  limit: number,
  signal: AbortSignal,
): Promise<LimitedBody> {
  const collected = new ByteCollector();
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    reader = response.body?.getReader();
    while (reader !== undefined) {
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done) break;
      if (collected.length + value.byteLength > limit) {
        collected.add(value.subarray(0, limit - collected.length));
        abandon(reader);
        return { bytes: collected.first(keptOfTooLarge), end: "too-large" };
      }
      collected.add(value);
    }
    return { bytes: collected.first(limit), end: "complete" };
  } catch (cause) {
    if (reader !== undefined) abandon(reader);
    return { bytes: collected.first(limit), end: "broken-off", cause };
  }
}

/** Gives the connection back. Not awaited: a server that goes on sending would decide when the call ends. */
function abandon(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  reader.cancel().catch(() => undefined);
}
