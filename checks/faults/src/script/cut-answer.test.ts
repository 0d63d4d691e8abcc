import { expect, test } from "vitest";
import { useFaultServer, useRawClient } from "../server/use-fault-server.test-support.ts";
import { type CutEnd, type CutPosition, cutAnswer } from "./cut-answer.ts";
import { encodeAnswer } from "./encode-answer.ts";

const get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
const answer = { status: 200, headers: [["A", "1"]], body: "0123456789" } as const;
const begun: Record<CutPosition, string> = {
  "before-any-byte": "",
  "status-line": "HTTP/1.",
  headers: "HTTP/1.1 200 \r\nA: 1\r\nContent-",
  body: "HTTP/1.1 200 \r\nA: 1\r\nContent-Length: 10\r\n\r\n01234",
};
const positions = Object.keys(begun) as CutPosition[];
const combinations = positions.flatMap((position) =>
  (["reset", "close", "hang"] as const).map((end): [CutPosition, CutEnd] => [position, end]),
);

test.each(combinations)("in %s by %s: exactly these bytes, and exactly this end", async (position, end) => {
  const server = await useFaultServer();
  server.script(cutAnswer(answer, position, end));
  const client = await useRawClient(server);
  client.send(get);
  await server.until(({ requests }) => requests[0]?.answer.bytesSent === begun[position].length);
  await client.until(
    (raw) =>
      raw.received === begun[position] && raw.end === { reset: "RST", close: "FIN", hang: "open" }[end],
  );
  expect(client.received).toBe(begun[position]);
  const { end: recordedEnd } = server.requests[0]?.answer ?? {};
  expect(recordedEnd).toBe({ reset: "reset", close: "closed", hang: undefined }[end]);
});

test.each(combinations.filter(([, end]) => end !== "hang"))(
  "fetch fails in %s by %s",
  async (position, end) => {
    const server = await useFaultServer();
    server.script(cutAnswer(answer, position, end));
    const call = fetch(server.url).then((response) => response.text());
    await expect(call).rejects.toMatchObject({
      message: position === "body" ? "terminated" : "fetch failed",
      cause: { code: end === "reset" ? "ECONNRESET" : "UND_ERR_SOCKET" },
    });
  },
);

test("what was cut is the beginning of the answer, in chunks too", async () => {
  const chunked = { ...answer, framing: "chunked" } as const;
  const { statusLine, headers, body } = encodeAnswer(chunked);
  const whole = Buffer.concat([statusLine, headers, body]).toString();
  const [step] = cutAnswer(chunked, "body", "close").steps;
  const bytes = step?.step === "write" ? `${step.bytes}` : "";
  expect(whole.startsWith(bytes)).toBe(true);
  expect(bytes.length).toBeGreaterThan(whole.indexOf("\r\n\r\n") + 4);
  expect(bytes.length).toBeLessThan(whole.length);
});

test("a body without a middle cannot be cut", () => {
  expect(() => cutAnswer({ status: 200, body: "1" }, "body", "reset")).toThrow("no middle");
});

test("a fault is plain data: it survives JSON", () => {
  const fault = cutAnswer({ status: 200, body: { base64: "/wABAgM=" } }, "body", "reset", "request-head");
  expect(JSON.parse(JSON.stringify(fault))).toEqual(fault);
});
