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

/** A request and its response as sent, keys included. */
export interface WireExchange {
  readonly request: WireRequest;
  /** Undefined when the client disconnected, or was disconnected, before the response. */
  readonly answer: Answer | undefined;
  readonly startedAt: Date;
}

/** Parts that a front end uses. */
export interface FrontEndParts extends AnsweringParts {
  readonly log: RequestLog;
  readonly ledger: ExecutionLedger;
  /** Answers requests that are not for the API (the status page, a browser's preflight); they are not logged. */
  readonly pages: (request: OwnRequest) => PageAnswer | undefined;
  /** Whether pages of other origins may read the responses. */
  readonly cors: boolean;
  /** Called once per request, when its response was sent or its client disconnected. */
  readonly onExchange: (request: ReceivedRequest, wire: WireExchange) => void;
}

/** A request that may be for the mock itself. */
export type OwnRequest = Pick<WireRequest, "method" | "target" | "body"> & {
  readonly headers: IncomingHttpHeaders;
};

/** A `ReceivedRequest` whose fields are still being filled in. */
type Findings = { -readonly [Field in keyof ReceivedRequest]: ReceivedRequest[Field] };

/**
 * Makes the server that clients call: it refuses requests that Prism would accept, translates media types for the
 * others, and plays scenarios. It does not listen yet.
 */
export function createFrontEnd(parts: FrontEndParts): Server {
  const { specification, log, cors, onExchange } = parts;
  const secret = secretHeaders(specification);

  function shared(answer: Answer, { headers }: IncomingMessage): Answer {
    if (!cors) return answer;
    return { ...answer, rawHeaders: forwardedHeaders(answer.rawHeaders, corsHeaders(headers)) };
  }

  function record({ method, target, body }: WireRequest, headers: IncomingHttpHeaders): Findings {
    const entry: Findings = {
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
    log.add(entry, body.length);
    return entry;
  }

  async function serve(client: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const startedAt = new Date();
    const connection = new ClientConnection();
    const closed = new Promise<void>((resolve) => {
      response.once("close", () => {
        if (!response.writableFinished) connection.close();
        resolve();
      });
    });
    const { method = "", url = "", rawHeaders } = client;
    const whole = originForm(url);
    // A request without the base path gets an explanation. The page and health checks work without it, too.
    const target = withoutBasePath(whole, parts.basePath) ?? whole;
    const isOutside = withoutBasePath(whole, parts.basePath) === undefined;
    // A client that disconnects within its body has sent none.
    const body = await readBody(client, largestBody).catch(() => Buffer.alloc(0));
    const request = { method, target, rawHeaders, body: body ?? Buffer.alloc(0), connection };
    const pageAnswer = parts.pages({ ...request, headers: client.headers });
    if (pageAnswer?.lines !== undefined) {
      response.writeHead(pageAnswer.status, [...pageAnswer.rawHeaders]);
      return pipeline(pageAnswer.lines, response).catch(() => {});
    }
    if (pageAnswer !== undefined) return deliverAnswer(response, pageAnswer, undefined, connection);
    const tooLarge = body === undefined;
    const [entry, outcome] = await Promise.all([
      nextTurn().then(() => record(request, client.headers)),
      answerRequest(parts, request, client.headers, { tooLarge, isOutside }),
    ]);
    // Stored before the client gets the response, because its test may read the log at once.
    const { answer, pieces, operationId, scenarios, violations, executed = [] } = outcome;
    const { answerDelay } = outcome;
    for (const who of executed) parts.ledger.add(who, entry.number);
    const valid = violations.length === 0;
    const requestId = headerOf(answer?.rawHeaders ?? [], requestIdHeader);
    Object.assign(entry, { operationId, scenarios, violations, valid, requestId, status: answer?.status });
    if (outcome.nearMiss !== undefined) entry.nearMiss = outcome.nearMiss;
    // A request is executed even if its client disconnects during the wait.
    if (answerDelay !== undefined) {
      await wait(answerDelay, undefined, { signal: connection.createSignal() }).catch(() => {});
    }
    if (response.closed) entry.violations = [];
    else if (answer === undefined) client.socket.resetAndDestroy();
    else await deliverAnswer(response, shared(answer, client), pieces, connection).catch(() => {});
    await closed;
    if (!response.writableFinished) entry.status = undefined;
    entry.milliseconds = performance.now() - start;
    onExchange(entry, { request, answer: response.writableFinished ? answer : undefined, startedAt });
  }

  /** Handles unexpected errors: they end a connection, never the process, which may be a test runner or a container. */
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
  // The mock is no proxy. Without this listener, Node closes the connection without a response.
  server.on("connect", (_, socket) => {
    socket.on("error", () => {});
    const head =
      "HTTP/1.1 405 Method Not Allowed\r\nx-np6-mock: refused\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    // The server no longer tracks this connection, and its close would wait forever.
    socket.end(head, () => socket.destroy());
  });
  return server;
}
