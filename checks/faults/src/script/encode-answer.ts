import type { Answer, HeaderLine } from "./answer.ts";
import { bufferFromBytes } from "./bytes.ts";

/** The encoded parts of a response, in order. */
export interface EncodedAnswer {
  /** All 1xx responses, each with its empty line. */
  readonly informational: Buffer;
  readonly statusLine: Buffer;
  /** Every header line, and the empty line. */
  readonly headers: Buffer;
  /** The body in its framing. */
  readonly body: Buffer;
}

/** Encodes a response to its bytes. */
export function encodeAnswer(answer: Answer): EncodedAnswer {
  const { framing = "content-length", lineEnd = "\r\n", version = "HTTP/1.1", reason = "" } = answer;
  const body = bufferFromBytes(answer.body ?? "");
  const lines = (headers: readonly HeaderLine[]) =>
    `${headers.map(([name, value]) => `${name}: ${value}${lineEnd}`).join("")}${lineEnd}`;
  const informational = (answer.informational ?? []).map(
    ({ status, headers = [] }) => `${version} ${status} ${lineEnd}${lines(headers)}`,
  );
  const headers = [...(answer.headers ?? [])];
  if (framing === "content-length")
    headers.push(["Content-Length", `${answer.claimedLength ?? body.length}`]);
  if (framing === "chunked") headers.push(["Transfer-Encoding", "chunked"]);
  if (framing === "close") headers.push(["Connection", "close"]);
  return {
    informational: Buffer.from(informational.join("")),
    statusLine: Buffer.from(`${version} ${answer.status} ${reason}${lineEnd}`),
    headers: Buffer.from(lines(headers)),
    body: framing === "chunked" ? frame(body) : body,
  };
}

/** Frames the body, in two chunks if it has two bytes, so that a reader has to join them. */
function frame(body: Buffer): Buffer {
  const middle = Math.ceil(body.length / 2);
  const chunks = [body.subarray(0, middle), body.subarray(middle)].filter((chunk) => chunk.length > 0);
  return Buffer.concat([
    ...chunks.flatMap((chunk) => [
      Buffer.from(`${chunk.length.toString(16)}\r\n`),
      chunk,
      Buffer.from("\r\n"),
    ]),
    Buffer.from("0\r\n\r\n"),
  ]);
}
