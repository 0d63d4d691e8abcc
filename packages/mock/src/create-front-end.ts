import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import { pipeline } from "node:stream/promises";
import { askForBadRequest } from "./ask-for-bad-request.ts";
import { changeAnswer } from "./change-answer.ts";
import { decideRequest, type ForwardedRequest } from "./decide-request.ts";
import { describeViolations } from "./describe-violations.ts";
import type { Exchange } from "./exchange.ts";
import { findJsonFault } from "./find-json-fault.ts";
import { forwardedHeaders } from "./forwarded-headers.ts";
import { readBody } from "./read-body.ts";
import type { Specification } from "./read-specification.ts";
import { mockHeader, type Refusal, refusalBody } from "./refusal.ts";
import type { Prism } from "./start-prism.ts";
import { violationsHeader } from "./violations-header.ts";

/** The server that clients talk to: it refuses what Prism would let through, and translates media types for the rest. */
export interface FrontEnd {
  /** Not listening yet. */
  readonly server: Server;
  /** Closes the connections to Prism. Closing the server is the caller's. */
  readonly disconnect: () => void;
}

/**
 * Makes the front end of a Prism that is fed with the document derived from `specification`.
 *
 * @param onExchange told once for each request, when its answer is sent or its client gone
 */
export function createFrontEnd(
  specification: Specification,
  prism: Prism,
  onExchange: (exchange: Exchange) => void,
): FrontEnd {
  const agent = new Agent({ keepAlive: true });

  function sendToPrism(
    client: IncomingMessage,
    response: ServerResponse,
    forwarded: ForwardedRequest,
    body: Buffer,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      // A client that went away needs no answer.
      const gone = new AbortController();
      response.once("close", () => gone.abort());
      request({
        agent,
        signal: gone.signal,
        host: "127.0.0.1",
        port: prism.port,
        method: client.method,
        path: client.url,
        headers: forwardedHeaders(client.rawHeaders, {
          ...forwarded.headers,
          "content-length": String(body.length),
        }),
      })
        .once("response", resolve)
        .once("error", reject)
        .end(body);
    });
  }

  /** Answers one request and returns the violations to log. */
  async function answer(
    client: IncomingMessage,
    response: ServerResponse,
    forward: ForwardedRequest,
  ): Promise<readonly string[]> {
    const body = await readBody(client);
    const jsonFault = forward.bodyIsJson ? findJsonFault(body) : undefined;
    const forwarded = jsonFault === undefined ? forward : askForBadRequest(forward, jsonFault);
    if ("status" in forwarded) return refuse(response, forwarded);

    const fromPrism = await sendToPrism(
      client,
      response,
      forwarded,
      jsonFault === undefined ? body : Buffer.alloc(0),
    );
    const status = fromPrism.statusCode ?? 502;
    const contentType = fromPrism.headers["content-type"];
    const change = changeAnswer(forwarded, specification.disguised, jsonFault, { status, contentType });
    response.sendDate = false;
    response.writeHead(status, forwardedHeaders(fromPrism.rawHeaders, change.headers));
    if (change.empty) {
      fromPrism.resume();
      response.end();
    } else {
      await pipeline(fromPrism, response);
    }
    const violations = change.headers[violationsHeader] ?? fromPrism.headers[violationsHeader];
    return describeViolations(Array.isArray(violations) ? violations.join(", ") : violations);
  }

  function refuse(response: ServerResponse, refusal: Refusal, mark = "refused"): readonly string[] {
    if (!response.headersSent) {
      response.writeHead(refusal.status, {
        ...refusal.headers,
        "content-type": "application/problem+json",
        [mockHeader]: mark,
      });
      response.end(refusalBody(refusal));
    }
    return [refusal.detail];
  }

  function fail(response: ServerResponse, error: unknown): readonly string[] {
    if (response.closed) return [];
    const ending = prism.ending();
    const reason = error instanceof Error ? error.message : String(error);
    const detail =
      ending === undefined
        ? `Prism, which answers behind the mock, did not answer: ${reason}. Send the request again; if it stays, start the mock again.`
        : `Prism, which answers behind the mock, has ended (${ending}). Start the mock again.`;
    if (response.headersSent) response.destroy();
    return refuse(response, { status: 502, detail }, "failed");
  }

  const server = createServer((client, response) => {
    const start = performance.now();
    const method = client.method ?? "";
    const [path = ""] = (client.url ?? "").split("?");
    const { operation, outcome } = decideRequest(specification, { method, path, headers: client.headers });
    const answered =
      "refusal" in outcome
        ? Promise.resolve(refuse(response, outcome.refusal))
        : answer(client, response, outcome.forward).catch((error: unknown) => fail(response, error));
    const closed = new Promise<void>((resolve) => response.once("close", resolve));
    void Promise.all([answered, closed]).then(([violations]) => {
      onExchange({
        method,
        path,
        operationId: operation?.operationId,
        status: response.writableFinished ? response.statusCode : undefined,
        milliseconds: performance.now() - start,
        violations,
      });
    });
  });
  return { server, disconnect: () => agent.destroy() };
}
