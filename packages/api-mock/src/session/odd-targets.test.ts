import { once } from "node:events";
import { connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, type Session, startMock } from "./start-mock.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

/** Sends a request line, and returns the status and the rest of the response. */
async function send(line: string, to: Session = mock): Promise<string> {
  const socket = connect(Number(new URL(to.url).port), "127.0.0.1");
  await once(socket, "connect");
  socket.write(
    `${line} HTTP/1.1\r\nHost: np6-mock\r\nX-Key: any-key\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
  );
  return (await buffer(socket)).toString("latin1").replace(/^HTTP\/1\.1 /, "");
}

test("a target in absolute form is its path, whatever host it names", async () => {
  expect(await send("POST http://api.example/scripting/workflows/42/duplication")).toMatch(/^200 /);
  expect(mock.requests.at(-1)).toMatchObject({ path: "/scripting/workflows/42/duplication", valid: true });
});

test("OPTIONS * is told what the server can do", async () => {
  expect(await send("OPTIONS *")).toMatch(/^204 .*\r\nallow: .*POST.*OPTIONS/s);
  expect(mock.requests.at(-1)).toMatchObject({ method: "OPTIONS", path: "*", status: 204 });
});

test("CONNECT is refused: the mock is no proxy", async () => {
  expect(await send("CONNECT api.example:443")).toMatch(/^405 .*x-np6-mock: refused/s);
});

test.each(["%zz", "%ff", "%", "%C3%28"])(
  "the path parameter %s, which cannot be decoded, is a 400 that names it",
  async (id) => {
    expect(await send(`POST /scripting/workflows/${id}/duplication`)).toMatch(
      /^400 .*path parameter id must be percent-encoded UTF-8/s,
    );
  },
);

test("segments of dots are no ids", async () => {
  expect(await send("POST /scripting/workflows/../duplication")).toMatch(/^404 /);
});

test("a gateway's path is part of the address, and who forgets it is told", async () => {
  const session = await mock.session({ basePath: "/gateway/np6" });
  expect(session.url).toMatch(/:\d+\/gateway\/np6$/);
  const copy = await session.client().duplicateWorkflow({ path: { id: 42 } });
  expect(copy?.id).toBeTypeOf("number");
  expect(session.requests.at(-1)?.path).toBe("/scripting/workflows/42/duplication");
  expect(await send("POST /scripting/workflows/42/duplication", session)).toMatch(
    /^404 .*base path \/gateway\/np6/s,
  );
  expect(await send("GET /", session)).toMatch(/^200 /);
});
