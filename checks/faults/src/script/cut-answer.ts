import type { Answer } from "./answer.ts";
import { bytesFromBuffer } from "./bytes.ts";
import { encodeAnswer } from "./encode-answer.ts";
import type { Fault, Step } from "./fault.ts";

/** The position where a response stops: before its first byte, or in the middle of a part. */
export type CutPosition = "before-any-byte" | "status-line" | "headers" | "body";

/** The end at that position: RST, FIN, or silence on an open connection. */
export type CutEnd = "reset" | "close" | "hang";

/**
 * Sends the start of a response, and then RST, FIN or nothing.
 * @param position - in the body: after half of it, framing included
 * @param begin - default: when the request is complete
 * @throws TypeError when the body is to be cut and has less than 2 bytes
 */
export function cutAnswer(
  answer: Answer,
  position: CutPosition,
  end: CutEnd,
  begin: Fault["begin"] = "request",
): Fault {
  const bytes = bytesBefore(answer, position);
  const write: Step[] = bytes.length > 0 ? [{ step: "write", bytes: bytesFromBuffer(bytes) }] : [];
  return {
    name: `answer ${answer.status}, ${end} in ${position}, begun at ${begin}`,
    begin,
    steps: [...write, { step: end }],
  };
}

function bytesBefore(answer: Answer, position: CutPosition): Buffer {
  const { informational, statusLine, headers, body } = encodeAnswer(answer);
  const half = (part: Buffer) => part.subarray(0, Math.floor(part.length / 2));
  switch (position) {
    case "before-any-byte":
      return Buffer.alloc(0);
    case "status-line":
      return Buffer.concat([informational, half(statusLine)]);
    case "headers":
      return Buffer.concat([informational, statusLine, half(headers)]);
    case "body":
      if (body.length < 2)
        throw new TypeError("A body of less than 2 bytes has no middle to cut; use a longer one.");
      return Buffer.concat([informational, statusLine, headers, half(body)]);
  }
}
