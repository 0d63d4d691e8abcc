import { type AddressInfo, createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { Agent } from "undici";
import { describe, expect, onTestFinished, test } from "vitest";
import { createUndiciFetch } from "../testing/create-undici-fetch.test-support.ts";
import { startTestServer } from "../testing/test-server.test-support.ts";
import type { UndiciResponse } from "./undici-response.ts";

/** A fetch whose connections end with the test, with its responses unchanged. */
function undiciFetch(options: Agent.Options = {}) {
  const dispatcher = new Agent({ pipelining: 1, ...options });
  onTestFinished(() => dispatcher.destroy());
  const fetch = createUndiciFetch({ dispatcher });
  return async (url: string, init: RequestInit = {}) =>
    (await fetch(url, { method: "GET", ...init })) as unknown as UndiciResponse;
}

async function textOf({ body }: UndiciResponse): Promise<string> {
  const pieces: Uint8Array[] = [];
  const reader = body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) pieces.push(piece.value);
  return Buffer.concat(pieces).toString("utf8");
}

describe("a fetch by undici", () => {
  test("sends what it is given, and asks for the codings that it can undo", async () => {
    const { url, requests } = await startTestServer((response) =>
      response.writeHead(201, { "X-Request-Id": " id-1 " }).end("made"),
    );
    const init = { method: "POST", headers: { "X-Key": "k", "Content-Type": "text/plain" }, body: "é" };
    const response = await undiciFetch()(`${url}/things/1?a=b%20c`, init);
    expect([response.status, response.ok, response.headers.get("x-REQUEST-id")]).toEqual([201, true, "id-1"]);
    expect(await textOf(response)).toBe("made");
    expect(requests).toMatchObject([
      {
        method: "POST",
        url: "/things/1?a=b%20c",
        body: "é",
        headers: {
          "x-key": "k",
          "content-type": "text/plain",
          "content-length": "2",
          "accept-encoding": "gzip, deflate, br",
        },
      },
    ]);
  });

  test("leaves a coding alone when the caller asks for none", async () => {
    const { url, requests } = await startTestServer((response) => response.end());
    await undiciFetch()(url, { headers: { "Accept-Encoding": "identity" } });
    expect(requests[0]?.headers["accept-encoding"]).toBe("identity");
  });

  test("undoes codings in the order in which they were made", async () => {
    const { url } = await startTestServer((response) =>
      response.writeHead(200, { "Content-Encoding": "x-gzip , GZIP" }).end(gzipSync(gzipSync("plain"))),
    );
    expect(await textOf(await undiciFetch()(url))).toBe("plain");
  });

  test("does not follow a redirect", async () => {
    const { url, requests } = await startTestServer((response) =>
      response.writeHead(302, { Location: "/elsewhere" }).end(),
    );
    const { status, redirected } = await undiciFetch()(url);
    expect([status, redirected, requests.length]).toEqual([302, false, 1]);
  });

  test("has one request at a time on a connection, so that behind one that fails none is in doubt", async () => {
    // Requests by connection, in order of arrival. Every response begins and none ends, because undici itself holds
    // other requests back only until a response begins.
    const received: string[][] = [];
    const sockets: Socket[] = [];
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
    });
    const server = createServer((socket) => {
      const requests: string[] = [];
      received.push(requests);
      sockets.push(socket);
      socket.on("error", () => undefined);
      socket.on("data", (data) => {
        requests.push(...(data.toString("latin1").match(/^(?:GET|POST) \S+/gm) ?? []));
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    // Without a dispatcher: the test is about the default one.
    const fetch = createUndiciFetch();
    const methods = ["GET", "GET", "POST", "GET"];
    for (const [index, method] of methods.entries()) {
      const url = `http://127.0.0.1:${port}/${index}`;
      const { body } = await fetch(url, { method, headers: {} });
      // Reads, so that undici continues with the connection.
      body
        ?.getReader()
        .read()
        .catch(() => undefined);
      await expect.poll(() => received.flat()).toContain(`${method} /${index}`);
    }
    expect(received.map((requests) => requests.length)).toEqual([1, 1, 1, 1]);
  });

  test("has the next request wait for the connection", async () => {
    const waiting: (() => void)[] = [];
    const { url, requests } = await startTestServer((response) => waiting.push(() => response.end("done")));
    const fetch = undiciFetch({ connections: 1 });
    const posts = [1, 2].map((id) => fetch(url, { method: "POST", body: `post ${id}` }));
    await expect.poll(() => requests.length).toBe(1);
    await wait(50);
    expect(requests).toHaveLength(1);
    waiting[0]?.();
    expect(await textOf((await posts[0]) as UndiciResponse)).toBe("done");
    await expect.poll(() => requests.length).toBe(2);
    waiting[1]?.();
    expect(await textOf((await posts[1]) as UndiciResponse)).toBe("done");
  });

  test("never sends a request that is aborted while it waits for a connection", async () => {
    const answers: (() => void)[] = [];
    const { url, requests } = await startTestServer((response) => answers.push(() => response.end("done")));
    const fetch = undiciFetch({ connections: 1 });
    const first = fetch(url);
    await expect.poll(() => requests.length).toBe(1);
    const controller = new AbortController();
    const second = fetch(url, { method: "POST", body: "never", signal: controller.signal });
    controller.abort("enough");
    await expect(second).rejects.toMatchObject({
      name: "NeverSentError",
      cause: { message: "the request was aborted", cause: "enough" },
    });
    answers[0]?.();
    await textOf(await first);
    // The third request uses the connection that the second would have used.
    const third = fetch(url);
    await expect.poll(() => requests.length).toBe(2);
    answers[1]?.();
    await textOf(await third);
    expect(requests.map(({ method }) => method)).toEqual(["GET", "GET"]);
  });

  test("reads no more from a connection than it is asked for", async () => {
    let accepted = 0;
    const piece = Buffer.alloc(64 * 1024);
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        const more = (): void => {
          while (accepted < 2 ** 30) {
            accepted += piece.byteLength;
            if (!socket.write(piece)) {
              socket.once("drain", more);
              return;
            }
          }
        };
        more();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const { body } = await undiciFetch()(`http://127.0.0.1:${port}`);
    let before = -1;
    // Waits until the buffers of both ends are full: far less than the server has to send.
    while (before !== accepted) {
      before = accepted;
      await wait(100);
    }
    expect(accepted).toBeLessThan(2 ** 27);
    expect(await body.read()).toMatchObject({ done: false });
    for (let read = 0; read < 2 * before; ) {
      const next = await body.read();
      if (next.done) break;
      read += next.value.byteLength;
    }
    expect(accepted).toBeGreaterThan(before);
    await body.cancel();
    const readOn = async (): Promise<never> => {
      for (;;) await body.read();
    };
    await expect(readOn()).rejects.toThrow("the body was cancelled");
  });
});
