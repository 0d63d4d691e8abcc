import type { Answer } from "./answer.ts";
import { bytesFromBuffer } from "./bytes.ts";
import { encodeAnswer } from "./encode-answer.ts";
import type { Fault } from "./fault.ts";

/** In an endless answer nobody can say a length. */
type EndlessAnswer = Omit<Answer, "body" | "framing" | "claimedLength">;

const spaces = " ".repeat(16 * 1024);

/**
 * Begins a JSON array and never ends it: spaces, until the peer goes away, as fast as the peer reads.
 * `answer.bytesSent` of the request tells how much the peer let come.
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
