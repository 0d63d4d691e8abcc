import type { IncomingMessage } from "node:http";

/** What Prism 5.16 takes, in bytes. */
export const largestBody: number = 10 * 2 ** 20;

/**
 * Reads a request's whole body.
 *
 * @returns undefined when it is larger than Prism takes; the rest of it is left unread then
 * @throws when the client goes away before its end
 */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop must not cut the connection: the client still gets its answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
