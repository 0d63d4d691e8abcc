import { expect, test } from "vitest";
import type { Answer } from "./answer.ts";
import { encodeAnswer } from "./encode-answer.ts";

function onTheWire(answer: Answer): string {
  const { informational, statusLine, headers, body } = encodeAnswer(answer);
  return Buffer.concat([informational, statusLine, headers, body]).toString("latin1");
}

test("the length is the body's, in bytes", () => {
  expect(onTheWire({ status: 200, reason: "OK", headers: [["A", "1"]], body: "é" })).toBe(
    "HTTP/1.1 200 OK\r\nA: 1\r\nContent-Length: 2\r\n\r\nÃ©",
  );
});

test("chunks carry their sizes, and an empty body is one last chunk", () => {
  expect(onTheWire({ status: 200, body: "abc", framing: "chunked" })).toBe(
    "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n",
  );
  expect(onTheWire({ status: 200, framing: "chunked" })).toMatch(/\r\n\r\n0\r\n\r\n$/);
});

test("without framing nothing is said about the end", () => {
  expect(onTheWire({ status: 204, framing: "none" })).toBe("HTTP/1.1 204 \r\n\r\n");
  expect(onTheWire({ status: 200, body: "a", framing: "close" })).toBe(
    "HTTP/1.1 200 \r\nConnection: close\r\n\r\na",
  );
});

test("lies and oddities go on the wire as they are written", () => {
  expect(
    onTheWire({
      status: "2x0",
      version: "HTTP/9",
      lineEnd: "\n",
      claimedLength: "abc",
      headers: [
        ["A", "1"],
        ["a", "2"],
      ],
    }),
  ).toBe("HTTP/9 2x0 \nA: 1\na: 2\nContent-Length: abc\n\n");
});

test("1xx answers go before, each with its headers", () => {
  const informational = [{ status: 100 }, { status: 103, headers: [["Link", "x"]] as const }];
  expect(onTheWire({ status: 200, informational })).toBe(
    "HTTP/1.1 100 \r\n\r\nHTTP/1.1 103 \r\nLink: x\r\n\r\nHTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n",
  );
});
