import type { Answer } from "./answer.ts";
import { bytesFromBuffer } from "./bytes.ts";
import { encodeAnswer } from "./encode-answer.ts";
import type { Fault, Step } from "./fault.ts";

/**
 * Sends the whole response, one byte at a time. Each byte restarts a timer that only detects silence; a deadline on the
 * whole response ends it.
 * @param from - `start`: status line and headers drip too; `body`: they are sent at once
 */
export function dripAnswer(answer: Answer, from: "start" | "body", everyMilliseconds: number): Fault {
  const { informational, statusLine, headers, body } = encodeAnswer(answer);
  const head = Buffer.concat([informational, statusLine, headers]);
  const steps: Step[] =
    from === "start"
      ? [{ step: "drip", bytes: bytesFromBuffer(Buffer.concat([head, body])), everyMilliseconds }]
      : [
          { step: "write", bytes: bytesFromBuffer(head) },
          { step: "drip", bytes: bytesFromBuffer(body), everyMilliseconds },
        ];
  if (answer.framing === "close") steps.push({ step: "close" });
  return { name: `answer ${answer.status}, a byte per ${everyMilliseconds} ms`, begin: "request", steps };
}
