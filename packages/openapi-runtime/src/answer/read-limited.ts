import type { TimeLimit } from "../limits/time-limit.ts";
import { ByteCollector } from "./byte-collector.ts";

/** The bytes of a body that arrived before it ended, broke off or grew too large. */
export interface LimitedBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How the body ended. */
  readonly end: "complete" | "too-large" | "broken-off";
  /** The error that broke the body off. */
  readonly cause?: unknown;
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** Bytes kept of a body that is too large. They suffice for an excerpt, even when every word is a redacted key. */
const mostBytesKept = 256 * 1024;

/**
 * Reads a body to its end, up to a number of bytes. The bytes are counted after decompression, while they arrive: a
 * small compressed response can unpack to gigabytes (measured: 0.4 KB to 1.1 GB).
 * @param limit - largest number of bytes
 * @param time - ends the reading, even when the body ignores abort signals
 * @returns the bytes that arrived, or the beginning of a body that is too large; never rejects
 */
export async function readLimited(
  response: Response,
  limit: number,
  time: Pick<TimeLimit, "race" | "progressed">,
): Promise<LimitedBody> {
  const collected = new ByteCollector();
  let reader: Reader | undefined;
  try {
    reader = response.body?.getReader();
    if (reader === undefined || (await time.race(readAll(reader, limit, collected, time)))) {
      return { bytes: collected.first(limit), end: "complete" };
    }
    abandon(reader);
    return { bytes: collected.first(mostBytesKept), end: "too-large" };
  } catch (cause) {
    if (reader !== undefined) abandon(reader);
    return { bytes: collected.first(limit), end: "broken-off", cause };
  }
}

/** @returns false when the body exceeds the limit; the bytes up to the limit were collected */
async function readAll(
  reader: Reader,
  limit: number,
  collected: ByteCollector,
  time: Pick<TimeLimit, "progressed">,
): Promise<boolean> {
  for (;;) {
    const { done, value } = await reader.read();
    time.progressed();
    if (done) return true;
    if (collected.length + value.byteLength > limit) {
      collected.add(value.subarray(0, limit - collected.length));
      return false;
    }
    collected.add(value);
  }
}

/** Releases the connection. Not awaited: a server that keeps sending would delay the end of the call. */
function abandon(reader: Reader): void {
  reader.cancel().catch(() => undefined);
}

/**
 * Releases the connection of a response without reading its body. Not awaited, since the server decides when the body
 * ends. Never throws: the body of another fetch implementation may have no `cancel`.
 */
export function cancelBody({ body }: Pick<Response, "body">): void {
  try {
    body?.cancel().catch(() => undefined);
  } catch {
    // A body without `cancel` has nothing to release.
  }
}
