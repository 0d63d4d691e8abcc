import type { Answer } from "./answer.ts";
import { bytesFromBuffer } from "./bytes.ts";
import { encodeAnswer } from "./encode-answer.ts";
import type { Fault } from "./fault.ts";

/** A response without body and framing, which the bomb provides. */
type BombAnswer = Omit<Answer, "body" | "framing" | "claimedLength">;

/**
 * Sends a small body that is huge when decompressed. It is valid JSON (`[`, spaces, `]`), so that only a size limit can
 * refuse it. It is compressed while it is sent; this process never stores it.
 */
export function decompressionBomb(
  answer: BombAnswer,
  contentCoding: "gzip" | "br",
  decompressedBytes: number,
): Fault {
  const { statusLine, informational, headers } = encodeAnswer({
    ...answer,
    headers: [...(answer.headers ?? []), ["Content-Encoding", contentCoding]],
    framing: "chunked",
  });
  return {
    name: `answer ${answer.status}, ${contentCoding} bomb of ${decompressedBytes} bytes`,
    begin: "request",
    steps: [
      { step: "write", bytes: bytesFromBuffer(Buffer.concat([informational, statusLine, headers])) },
      { step: "bomb", contentCoding, decompressedBytes, framing: "chunked" },
    ],
  };
}
