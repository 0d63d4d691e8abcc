import type { IncomingMessage } from "node:http";

/** Largest accepted body in bytes, larger than any real batch. Prism refuses bodies over 10 MiB that are not JSON. */
export const largestBody: number = 32 * 2 ** 20;

/**
 * Reads the whole body of a message by events. Iterating a stream, and node:stream/consumers, take several times as
 * long, which would be a large part of the mock's time.
 *
 * @param most in bytes
 * @returns undefined for a larger body, whose rest is discarded
 * @throws when the other side disconnects before the end
 */
export function readBody(
  message: IncomingMessage,
  most: number = Number.POSITIVE_INFINITY,
): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    message.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      // The response must not wait for the end of a body that is too large.
      else resolve(undefined);
    });
    message.once("end", () => resolve(Buffer.concat(chunks)));
    message.once("error", reject);
    message.once("close", () => {
      // Only in this case, because an Error captures a stack, which would cost time for each request.
      if (!message.readableEnded) reject(new Error("the connection ended before the body did"));
    });
  });
}
