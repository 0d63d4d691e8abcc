import { describe, expect, test } from "vitest";
import { type RequestHead, RequestParser } from "./request-parser.ts";

function parse(pieces: readonly (string | Buffer)[]) {
  const requests: { head: RequestHead; body: string; ended: boolean }[] = [];
  const malformed: string[] = [];
  const parser = new RequestParser({
    head: (head) => requests.push({ head, body: "", ended: false }),
    body: (piece) => {
      const last = requests.at(-1);
      if (last) last.body += piece.toString("latin1");
    },
    end: () => {
      const last = requests.at(-1);
      if (last) last.ended = true;
    },
    malformed: (reason) => malformed.push(reason),
  });
  for (const piece of pieces) parser.feed(Buffer.from(piece));
  return { requests, malformed };
}

const counted = "POST /a?b=c HTTP/1.1\r\nHost: x\r\nX-Two: 1\r\nx-two:2 \r\nContent-Length: 5\r\n\r\nhello";
const chunked =
  "PUT /d HTTP/1.0\r\nTransfer-Encoding: Chunked\r\n\r\n3;name=value\r\nhel\r\nA\r\nlo, world!\r\n0\r\nX-Trailer: 1\r\n\r\n";
const bodiless = "GET / HTTP/1.1\r\n\r\n";

test("a request has its method, target, version, header lines in order with duplicates, and body", () => {
  const { requests, malformed } = parse([counted]);
  expect(malformed).toEqual([]);
  expect(requests).toEqual([
    {
      head: {
        method: "POST",
        target: "/a?b=c",
        httpVersion: "1.1",
        headers: [
          ["Host", "x"],
          ["X-Two", "1"],
          ["x-two", "2"],
          ["Content-Length", "5"],
        ],
      },
      body: "hello",
      ended: true,
    },
  ]);
});

test("chunks are put together; sizes are hexadecimal, extensions and trailers are skipped", () => {
  const { requests, malformed } = parse([chunked]);
  expect(malformed).toEqual([]);
  expect(requests[0]).toMatchObject({ body: "hello, world!", ended: true, head: { httpVersion: "1.0" } });
});

test("pipelined requests are the same whether they come in one piece or byte by byte", () => {
  const stream = counted + chunked + bodiless + counted;
  const whole = parse([stream]);
  expect(whole.requests.map(({ head, body }) => [head.method, body])).toEqual([
    ["POST", "hello"],
    ["PUT", "hello, world!"],
    ["GET", ""],
    ["POST", "hello"],
  ]);
  expect(parse([...stream])).toEqual(whole);
});

test("two pieces are the same wherever the cut is", () => {
  const stream = chunked + counted;
  const whole = parse([stream]);
  for (let cut = 1; cut < stream.length; cut += 1) {
    expect(parse([stream.slice(0, cut), stream.slice(cut)]), `cut at ${cut}`).toEqual(whole);
  }
});

test("a request that is not whole has not ended", () => {
  expect(parse([counted.slice(0, -1)]).requests[0]).toMatchObject({ body: "hell", ended: false });
  expect(parse([chunked.slice(0, -1)]).requests[0]).toMatchObject({ ended: false });
  expect(parse([bodiless.slice(0, -1)]).requests).toEqual([]);
});

describe("what is not HTTP/1 is malformed, and nothing after it is read:", () => {
  const cases: Record<string, string> = {
    "a TLS ClientHello": "\u0016\u0003\u0001\u0002\u0000",
    "HTTP/2": "GET / HTTP/2.0\r\n\r\n",
    "no target": "GET HTTP/1.1\r\n\r\n",
    "a header without a colon": "GET / HTTP/1.1\r\nnothing\r\n\r\n",
    "a header name with a space": "GET / HTTP/1.1\r\na b: 1\r\n\r\n",
    "two lengths": "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
    "a negative length": "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    "length and chunks": "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    "a coding that is not chunked": "POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n",
    "a chunk size that is no number": "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
    "a chunk that is too long": "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
    "bytes after a body": `${counted}\u0000\u0001`,
    "a head without an end": `GET / HTTP/1.1\r\nX: ${"x".repeat(1024 * 1024)}`,
  };
  test.each(Object.entries(cases))("%s", (_name, bytes) => {
    const { requests, malformed } = parse([bytes, bodiless]);
    expect(malformed).toHaveLength(1);
    expect(requests.filter(({ head }) => head.method === "GET")).toEqual([]);
  });
});

test("the reason why a header line is malformed does not repeat the line", () => {
  expect(parse(["GET / HTTP/1.1\r\nX-Key secret\r\n\r\n"]).malformed.join()).not.toContain("secret");
});
