import type { Answer } from "./answer.ts";
import { bytesFromBuffer } from "./bytes.ts";
import { encodeAnswer } from "./encode-answer.ts";
import type { Fault } from "./fault.ts";

/** A response without body and length, because it never ends. */
type EndlessAnswer = Omit<Answer, "body" | "framing" | "claimedLength">;

const spaces = " ".repeat(16 * 1024);

/**
 * Starts a JSON array and never ends it: it sends spaces as fast as the peer reads, until the peer disconnects.
 * `answer.bytesSent` of the request is the number of bytes that the peer accepted.
 */
export function endlessBody(answer: EndlessAnswer, framing: "chunked" | "close"): Fault {
  const { statusLine, informational, headers } = encodeAnswer({ ...answer, framing });
  const head = bytesFromBuffer(Buffer.concat([informational, statusLine, headers]));
  const chunk = framing === "chunked" ? `${spaces.length.toString(16)}\r\n${spaces}\r\n` : spaces;
  return {
    name: `answer ${answer.status}, endless body`,
    begin: "request",
    steps: [
      { step: "write", bytes: head },
      { step: "write", bytes: framing === "chunked" ? "1\r\n[\r\n" : "[" },
      { step: "repeat", bytes: chunk },
    ],
  };
}
