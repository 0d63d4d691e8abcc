import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createAnswerBook } from "../answers/answer-book.ts";
import { readSpecification } from "../api/read-specification.ts";
import { createExecutionLedger } from "../executions/execution-ledger.ts";
import type { ReceivedRequest } from "../requests/received-request.ts";
import { createRequestLog } from "../requests/request-log.ts";
import { createScenarioStage } from "../scenarios/scenario-stage.ts";
import { createValidator } from "../schemas/create-validator.ts";
import { testDocument } from "../testing/shelves-document.test-support.ts";
import { connectServer } from "../wire/connect-server.ts";
import { failureAnswer } from "../wire/failure-answer.ts";
import { listen } from "../wire/listen.ts";
import { createFrontEnd } from "./create-front-end.ts";

const specification = readSpecification(testDocument);
const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function serve(
  port: number,
  prismEnding: () => string | undefined,
  onExchange: (request: ReceivedRequest) => void = () => {},
): Promise<string> {
  const prism = connectServer(`http://127.0.0.1:${port}`);
  const failed = (error: unknown) => failureAnswer(prismEnding(), error);
  const [log, stage] = [createRequestLog(), createScenarioStage([])];
  const server = createFrontEnd({
    specification,
    validator: () => createValidator(testDocument),
    contents: [],
    executed: () => [],
    ledger: createExecutionLedger(),
    prism,
    failed,
    log,
    stage,
    basePath: "",
    cors: false,
    ownAnswers: createAnswerBook(() => expect.unreachable()),
    ownOnly: false,
    pages: () => undefined,
    onExchange,
  });
  cleanUps.push(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
    prism.disconnect();
  });
  return listen(server, 0, "127.0.0.1");
}

/** Starts a server that calls a function for each connection. @returns its port */
async function tcpServer(onConnection: (end: () => void) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on("error", () => {}).resume();
    onConnection(() => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanUps.push(async () => {
    server.close();
    await once(server, "close");
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

test("a Prism that has ended is answered with 502 that says so and what to do", async () => {
  const port = await tcpServer((end) => end());
  const url = await serve(port, () => "SIGKILL");
  const response = await fetch(`${url}/shelves`);
  expect(response.status).toBe(502);
  expect(response.headers.get("x-np6-mock")).toBe("failed");
  expect(await response.json()).toMatchObject({
    detail: expect.stringMatching(/ended \(SIGKILL\)\. Start the mock again/),
  });
});

test("a Prism that cuts the connection is answered with 502 that gives the reason", async () => {
  const port = await tcpServer((end) => end());
  const url = await serve(port, () => undefined);
  const response = await fetch(`${url}/shelves`);
  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({
    detail: expect.stringMatching(/ended on this request.*socket hang up/),
  });
});

test("a client that goes away takes its request to Prism with it and is reported without a status", async () => {
  const abort = new AbortController();
  let report: (exchange: ReceivedRequest) => void = () => {};
  const exchange = new Promise<ReceivedRequest>((resolve) => {
    report = resolve;
  });
  const port = await tcpServer(() => abort.abort());
  const url = await serve(port, () => undefined, report);
  await expect(fetch(`${url}/shelves`, { signal: abort.signal })).rejects.toThrow("aborted");
  expect(await exchange).toMatchObject({ operationId: "listShelves", status: undefined, violations: [] });
});
