import { bufferFromBytes, type Fault } from "@np6/fault-server";

/** The head of a final response, as a peer can have read it. */
export interface AnsweredHead {
  readonly status: number;
  /** Header lines whose name is `Retry-After`, as sent. */
  readonly retryAfter: readonly string[];
}

/**
 * Finds the head that a peer of this fault can have read, by the bytes that were sent.
 * @returns undefined when the head of a final response is incomplete
 */
export function answeredHead({ steps }: Fault): AnsweredHead | undefined {
  let text = steps
    .map((step) =>
      step.step === "write" || step.step === "drip" ? bufferFromBytes(step.bytes).toString("latin1") : "",
    )
    .join("");
  for (;;) {
    const [head, status] = /^HTTP\/1\.[01] (\d{3})[ \r\n][\s\S]*?\r?\n\r?\n/.exec(text) ?? [];
    if (head === undefined || status === undefined) return undefined;
    if (!status.startsWith("1")) {
      const lines = [...head.matchAll(/\nRetry-After:[ \t]*(.*?)[ \t]*(?=\r?\n)/gi)];
      return { status: Number(status), retryAfter: lines.map(([, value = ""]) => value) };
    }
    text = text.slice(head.length);
  }
}
