import type { IncomingMessage } from "node:http";

/** Larger than any batch that somebody sends, in bytes. Of bodies that are not JSON, Prism refuses those over 10 MiB. */
export const largestBody: number = 32 * 2 ** 20;

/**
 * Reads the whole body of a message. It goes by events. Iterating a stream, and node:stream/consumers, take several
 * times as long, which would be a good part of what the mock adds to a request.
 *
 * @param most in bytes
 * @returns undefined when it is larger; the rest of it is thrown away then
 * @throws when the other side goes away before its end
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
      // The answer must not wait for the end of what is too large.
      else resolve(undefined);
    });
    message.once("end", () => resolve(Buffer.concat(chunks)));
    message.once("error", reject);
    message.once("close", () => {
      // Only then: an Error costs its stack, for each request.
      if (!message.readableEnded) reject(new Error("the connection ended before the body did"));
    });
  });
}
