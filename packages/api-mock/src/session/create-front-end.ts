import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { pipeline } from "node:stream/promises";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { type AnsweringParts, answerRequest } from "../answering/answer-request.ts";
import type { WireRequest } from "../answering/ask-prism.ts";
import { deliverAnswer } from "../answering/deliver-answer.ts";
import type { ExecutionLedger } from "../executions/execution-ledger.ts";
import type { PageAnswer } from "../page/answer-page.ts";
import { describeRequest } from "../requests/describe-request.ts";
import type { ReceivedRequest } from "../requests/received-request.ts";
import { requestIdHeader } from "../requests/request-id.ts";
import type { RequestLog } from "../requests/request-log.ts";
import { secretHeaders } from "../requests/secret-headers.ts";
import { type Answer, headerOf } from "../wire/answer.ts";
import { withoutBasePath } from "../wire/base-path.ts";
import { ClientConnection } from "../wire/client-connection.ts";
import { corsHeaders } from "../wire/cors.ts";
import { forwardedHeaders } from "../wire/forwarded-headers.ts";
import { originForm } from "../wire/origin-form.ts";
import { largestBody, readBody } from "../wire/read-body.ts";

/** A request and its answer as they went over the wire, keys included. */
export interface WireExchange {
  readonly request: WireRequest;
  /** Undefined when the client went away, or was cut off, before it. */
  readonly answer: Answer | undefined;
  readonly startedAt: Date;
}

/** What a front end works with. */
export interface FrontEndParts extends AnsweringParts {
  readonly log: RequestLog;
  readonly ledger: ExecutionLedger;
  /** Answers what is not for the API (the status page, a browser's preflight); it goes into no log. */
  readonly ownPages: (request: OwnRequest) => PageAnswer | undefined;
  /** Whether pages of other origins may read the answers. */
  readonly cors: boolean;
  /** Told once for each request, when its answer is sent or its client gone. */
  readonly onExchange: (request: ReceivedRequest, wire: WireExchange) => void;
}

/** A request that may be for the mock itself. */
export type OwnRequest = Pick<WireRequest, "method" | "target" | "body"> & {
  readonly headers: IncomingHttpHeaders;
};

/** A `ReceivedRequest` that is still being found out about. */
type Findings = { -readonly [Field in keyof ReceivedRequest]: ReceivedRequest[Field] };

/**
 * Makes the server that clients talk to: it refuses what Prism would let through, translates media types for the rest, and
 * plays scenarios. It does not listen yet.
 */
export function createFrontEnd(parts: FrontEndParts): Server {
  const { specification, log, cors, onExchange } = parts;
  const secret = secretHeaders(specification);

  function shared(answer: Answer, { headers }: IncomingMessage): Answer {
    if (!cors) return answer;
    return { ...answer, rawHeaders: forwardedHeaders(answer.rawHeaders, corsHeaders(headers)) };
  }

  function record({ method, target, body }: WireRequest, headers: IncomingHttpHeaders): Findings {
    const found: Findings = {
      ...describeRequest(method, target, headers, body, secret),
      number: log.count + 1,
      operationId: undefined,
      requestId: undefined,
      valid: false,
      violations: [],
      scenarios: [],
      status: undefined,
      milliseconds: undefined,
    };
    log.add(found, body.length);
    return found;
  }

  async function serve(client: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const startedAt = new Date();
    const connection = new ClientConnection();
    const closed = new Promise<void>((resolve) => {
      response.once("close", () => {
        if (!response.writableFinished) connection.tell();
        resolve();
      });
    });
    const { method = "", url = "", rawHeaders } = client;
    const whole = originForm(url);
    // Somebody who forgot the base path is told; the page and health checks are there without it, too.
    const target = withoutBasePath(whole, parts.basePath) ?? whole;
    const isOutside = withoutBasePath(whole, parts.basePath) === undefined;
    // A client that goes away in the middle of its body leaves none behind.
    const body = await readBody(client, largestBody).catch(() => Buffer.alloc(0));
    const request = { method, target, rawHeaders, body: body ?? Buffer.alloc(0), connection };
    const own = parts.ownPages({ ...request, headers: client.headers });
    if (own?.lines !== undefined) {
      response.writeHead(own.status, [...own.rawHeaders]);
      return pipeline(own.lines, response).catch(() => {});
    }
    if (own !== undefined) return deliverAnswer(response, own, undefined, connection);
    const tooLarge = body === undefined;
    const [found, outcome] = await Promise.all([
      nextTurn().then(() => record(request, client.headers)),
      answerRequest(parts, request, client.headers, { tooLarge, isOutside }),
    ]);
    // Known here before the client knows: a test that has its answer may look at once.
    const { answer, pieces, operationId, scenarios, violations, executed = [] } = outcome;
    const { answerDelay } = outcome;
    for (const who of executed) parts.ledger.add(who, found.number);
    const valid = violations.length === 0;
    const requestId = headerOf(answer?.rawHeaders ?? [], requestIdHeader);
    Object.assign(found, { operationId, scenarios, violations, valid, requestId, status: answer?.status });
    if (outcome.nearMiss !== undefined) found.nearMiss = outcome.nearMiss;
    // Somebody who goes away meanwhile was carried out all the same.
    if (answerDelay !== undefined) {
      await wait(answerDelay, undefined, { signal: connection.createSignal() }).catch(() => {});
    }
    if (response.closed) found.violations = [];
    else if (answer === undefined) client.socket.resetAndDestroy();
    else await deliverAnswer(response, shared(answer, client), pieces, connection).catch(() => {});
    await closed;
    if (!response.writableFinished) found.status = undefined;
    found.milliseconds = performance.now() - start;
    onExchange(found, { request, answer: response.writableFinished ? answer : undefined, startedAt });
  }

  /** What nobody thought of ends a connection, and never the process: it is a test runner's, or a container's. */
  async function survive(client: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const stream of [client, response]) stream.on("error", () => {});
    try {
      await serve(client, response);
    } catch (error) {
      if (response.headersSent) client.socket.destroy();
      else
        await deliverAnswer(response, parts.failed(error), undefined, new ClientConnection()).catch(() => {});
    }
  }

  const server = createServer((client, response) => void survive(client, response));
  // It is no proxy; without a listener Node closes the connection and says nothing.
  server.on("connect", (_, socket) => {
    socket.on("error", () => {});
    const head =
      "HTTP/1.1 405 Method Not Allowed\r\nx-np6-mock: refused\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    // The server no longer knows this connection, and would wait for it for ever when it closes.
    socket.end(head, () => socket.destroy());
  });
  return server;
}
