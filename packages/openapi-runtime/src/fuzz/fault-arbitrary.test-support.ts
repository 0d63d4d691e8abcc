import {
  type Answer,
  type Bytes,
  bytesFromBuffer,
  compressBody,
  cutAnswer,
  decompressionBomb,
  dripAnswer,
  endlessBody,
  type Fault,
  type HeaderLine,
  respond,
  sendBytes,
} from "@np6/fault-server";
import * as fc from "fast-check";
import { version1, version2 } from "../testing/example-api.test-support.ts";
import { exampleKey } from "../testing/example-client.test-support.ts";

/**
 * Whether a fault can outlast its call without an error of the client. That is silence from the start of a connection:
 * Node's fetch keeps a connection that was made too late, for use by the next call.
 */
export function waitsForNobody({ begin, steps }: Fault): boolean {
  return begin === "connection" && steps.at(-1)?.step === "hang";
}

/**
 * Whether the body is read. For a status without a body and for unknown codings, Node's own fetch reads on after the
 * call (Node 24.21). An endless body then keeps the socket until fetch's time limit of 300 seconds.
 */
function givesBody({ status, headers = [] }: Answer): boolean {
  return (
    ![204, 205, 304].includes(Number(status)) && !headers.some(([name]) => /^content-encoding$/i.test(name))
  );
}

/** Any fault: a response, complete or not, in any framing and coding, or bytes that are no response. */
export function faultArbitrary(otherOrigin: string): fc.Arbitrary<Fault> {
  const answer = answerArbitrary(otherOrigin);
  const end = fc.constantFrom("close" as const, "reset" as const, "hang" as const);
  const begin = fc.constantFrom("request" as const, "request-head" as const);
  const fault = fc.oneof(
    { weight: 8, arbitrary: fc.tuple(answer, begin).map(([each, when]) => respond(each, when)) },
    {
      weight: 5,
      arbitrary: fc
        .tuple(
          answer,
          fc.constantFrom("before-any-byte", "status-line", "headers", "body"),
          end,
          fc.constantFrom("request", "request-head", "connection"),
        )
        .map(([each, place, ...rest]) =>
          // A body of less than two bytes has no middle.
          cutAnswer(place === "body" ? { ...each, body: '{"id": 12345}' } : each, place, ...rest),
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(answer, fc.constantFrom("start", "body"))
        .map(([each, from]) => dripAnswer({ ...each, headers: (each.headers ?? []).slice(0, 2) }, from, 1)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(answer.filter(givesBody), fc.constantFrom("chunked", "close"))
        .map(([each, framing]) => endlessBody(each, framing)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(answer, fc.constantFrom("gzip", "br"))
        .map(([each, coding]) => decompressionBomb(each, coding, 2 ** 20)),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(bytesArbitrary, end).map(([bytes, ...rest]) => sendBytes(bytes, ...rest)),
    },
  );
  return fault.filter((each) => !waitsForNobody(each));
}

/** A response that is correct, or wrong in any number of ways. */
function answerArbitrary(otherOrigin: string): fc.Arbitrary<Answer> {
  return fc
    .record(
      {
        status: statusArbitrary,
        reason: fc.constantFrom("", "OK", `Key ${exampleKey}`),
        informational: fc.array(fc.record({ status: fc.constantFrom(102, 103) }), { maxLength: 2 }),
        headers: fc.array(headerArbitrary(otherOrigin), { maxLength: 5 }),
        body: bodyArbitrary,
        framing: fc.constantFrom("content-length", "chunked", "close", "none"),
        claimedLength: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constantFrom("-1", "x", "1e9")),
        coding: fc.constantFrom("gzip", "br", "deflate", "raw-deflate"),
      },
      { requiredKeys: ["status", "headers"] },
    )
    .map(({ coding, body = "", claimedLength, ...answer }) => {
      const right: HeaderLine = ["Content-Type", answer.status === 201 ? version1 : "application/json"];
      const headers = [right, ...answer.headers];
      // Only a few responses have a wrong length; otherwise no other fault would be tested.
      const lies = claimedLength !== undefined && headers.length % 3 === 0 ? { claimedLength } : {};
      if (coding === undefined) return { ...answer, headers, body, ...lies };
      const token = coding === "raw-deflate" ? "deflate" : coding;
      const coded: HeaderLine = ["Content-Encoding", token];
      return { ...answer, headers: [...headers, coded], body: compressBody(body, coding), ...lies };
    });
}

/**
 * Excludes 421, which Node's fetch repeats itself. Excludes 407, which it treats as a broken connection without closing
 * it: an endless body keeps the socket until fetch's time limit of 300 seconds. Aborting such a call closes the socket,
 * but leaves a rejection unhandled (Node 24.21).
 */
const statusArbitrary: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(200, 201, 202, 204) },
  { weight: 4, arbitrary: fc.constantFrom(429, 503) },
  { weight: 3, arbitrary: fc.constantFrom(301, 303, 307, 400, 404, 408, 409, 500, 502, 504) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 200, max: 999 }).filter((status) => status !== 421 && status !== 407),
  },
);

function headerArbitrary(otherOrigin: string): fc.Arbitrary<HeaderLine> {
  const value = fc.string({ unit: fc.constantFrom(..."abcXYZ019 ,;=/\"'\\%_-é"), maxLength: 20 });
  const header = (name: string, ...values: string[]) =>
    fc.oneof(fc.constantFrom(...values), value).map((each): HeaderLine => [name, each]);
  return fc.oneof(
    header(
      "Content-Type",
      "application/json; charset=utf-8",
      "text/html",
      version2,
      `text/${exampleKey}`,
      "",
    ),
    header("Retry-After", "0", "1", "3600", "99999999999", "-1", "0, 0", "Thu, 01 Jan 2026 00:00:00 GMT"),
    header("Location", `${otherOrigin}/stolen`, `${otherOrigin}/?key=${encodeURIComponent(exampleKey)}`, "/"),
    header("x-request-id", "request-1", exampleKey),
    header("X-RateLimit-Reset", "1", exampleKey),
    header("Content-Encoding", "gzip", "br", "identity", "zstd", "gzip, gzip"),
    header("Connection", "close", "keep-alive"),
    header("X-Other", exampleKey),
  );
}

const bytesArbitrary: fc.Arbitrary<Bytes> = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => bytesFromBuffer(bytes)),
  fc.constantFrom(`X-Key: ${exampleKey}\r\n\r\n`, "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"),
);

const bodyArbitrary: fc.Arbitrary<Bytes> = fc.oneof(
  { weight: 3, arbitrary: fc.json() },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...["null", "0", "false", '""', "", "  \r\n", "NaN", "[1,", "\ufeff[]", "<h1>Welcome</h1>"],
      `{"__proto__":{"admin":true}}`,
      `${"[".repeat(2_000)}${"]".repeat(2_000)}`,
      JSON.stringify({ message: exampleKey, [exampleKey]: [exampleKey] }),
      `<pre>X-Key: ${exampleKey}</pre>`,
    ),
  },
  { weight: 1, arbitrary: bytesArbitrary },
);
