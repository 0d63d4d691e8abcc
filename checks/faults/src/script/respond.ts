import type { Answer } from "./answer.ts";
import { bytesFromBuffer } from "./bytes.ts";
import { encodeAnswer } from "./encode-answer.ts";
import type { Fault, Step } from "./fault.ts";

/**
 * Sends the response in one write and keeps the connection open, or closes it if the framing requires that.
 * @param begin - `request-head`: before the body of the request is read
 */
export function respond(answer: Answer, begin: "request" | "request-head" = "request"): Fault {
  const { informational, statusLine, headers, body } = encodeAnswer(answer);
  const bytes = bytesFromBuffer(Buffer.concat([informational, statusLine, headers, body]));
  const end: Step[] = answer.framing === "close" ? [{ step: "close" }] : [];
  return { name: `answer ${answer.status}`, begin, steps: [{ step: "write", bytes }, ...end] };
}
