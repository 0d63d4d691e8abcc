import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { unlessFirst } from "./bodies/unless-first.test-support.ts";
import { validateBody } from "./bodies/validate-body.ts";
import { measureCoverage } from "./coverage/coverage.ts";
import { coverageFile } from "./coverage/coverage-file.ts";
import { listUncovered } from "./coverage/list-uncovered.test-support.ts";
import { callOperation, clientFor, clientPreferring, faces, testKey } from "./exchanges/call-operation.ts";
import { type DocumentedOperation, documentedOperations } from "./exchanges/documented-operations.ts";
import { type Exchange, type RecordingProxy, startRecordingProxy } from "./exchanges/recording-proxy.ts";

const operations = documentedOperations();
let proxy: RecordingProxy;

beforeAll(async () => {
  proxy = await startRecordingProxy(inject("mockUrl"));
});
afterAll(() => proxy.close());

function lastExchange(): Exchange {
  const exchange = proxy.exchanges.at(-1);
  if (exchange === undefined) throw new Error("nothing passed the wire");
  return exchange;
}

/** Returns the first documented example of the operation's request body, if it accepts one. */
function exampleBody(operation: DocumentedOperation): unknown {
  return Object.values(operation.requestBodies[0]?.examples ?? {})[0];
}

test("the spec has operations to test", () => {
  expect(operations.map(({ operationId }) => operationId)).toEqual(
    expect.arrayContaining(["duplicateWorkflow", "executeWorkflow", "executeWorkflowBatch"]),
  );
});

describe.each(operations)("$operationId", (operation) => {
  const { operationId, method, path, requestBodies, answers } = operation;
  // The first media type of each success.
  const successTypes = new Set(
    answers.filter(({ status }) => status < 300).flatMap(({ bodies: [body] }) => body?.mediaType ?? []),
  );
  const accept = [...successTypes].join(", ") || "*/*";

  /** Returns the expected Accept of a client with a preferred media type, for each success. */
  const preferring = (mediaType: string) => {
    const successes = answers.filter(({ status, bodies }) => status < 300 && bodies.length > 0);
    const requested = successes.map(({ bodies }) => {
      const types = bodies.map((body) => body.mediaType);
      return types.includes(mediaType) ? mediaType : types[0];
    });
    return requested.length === 0 ? ["*/*"] : [...new Set(requested)];
  };

  describe.each(faces)("by %s", (face) => {
    const requests = requestBodies.flatMap(({ mediaType, schema, examples }) =>
      Object.entries(examples).map(([example, body]) => ({ mediaType, schema, example, body })),
    );

    test.each(requests)("sends the example $example as $mediaType", async ({ mediaType, schema, body }) => {
      const contentType = unlessFirst(mediaType, requestBodies);
      const { failure } = await callOperation(clientFor(proxy.url), operation, face, { body, contentType });
      const { request, response } = lastExchange();
      expect(failure).toBeUndefined();
      expect(request.headers["content-type"]).toBe(mediaType);
      expect(request.headers.accept).toBe(accept);
      expect(request.headers["x-key"]).toBe(testKey);
      expect(request.headers["content-length"]).toBe(String(Buffer.byteLength(request.body)));
      expect(JSON.parse(request.body)).toEqual(body);
      expect(validateBody(schema, request.body)).toEqual([]);
      expect(response.headers["sl-violations"]).toBeUndefined();
    });

    test.each(requests)("sends the example $example to a client that prefers $mediaType", async (sent) => {
      const client = clientPreferring(sent.mediaType, proxy.url);
      const { failure } = await callOperation(client, operation, face, { body: sent.body });
      const { request, response } = lastExchange();
      expect(failure).toBeUndefined();
      expect(request.headers["content-type"]).toBe(sent.mediaType);
      expect(request.headers.accept?.split(", ")).toEqual(preferring(sent.mediaType));
      expect(response.headers["sl-violations"]).toBeUndefined();
    });

    if (requests.length === 0) {
      test("sends no Content-Type without a body, but a Content-Length where a body could be expected", async () => {
        const { failure } = await callOperation(clientFor(proxy.url), operation, face, {});
        const { request } = lastExchange();
        expect(failure).toBeUndefined();
        expect(request.headers).not.toHaveProperty("content-type");
        // RFC 9110, section 8.6: sent for methods that define a meaning for a body.
        expect(request.headers["content-length"]).toBe(["POST", "PUT"].includes(method) ? "0" : undefined);
        expect(request.headers.accept).toBe(accept);
        expect(request.headers["x-key"]).toBe(testKey);
      });
    }

    describe.each(answers)("when the answer is $status", ({ status, bodies, mayBeEmpty }) => {
      const documented = bodies.flatMap(({ mediaType, schema, examples }) =>
        Object.entries(examples).map(([example, value]) => ({ mediaType, schema, example, value })),
      );

      test.each(documented)(
        "reads $mediaType, example $example",
        async ({ mediaType, schema, example, value }) => {
          const prefer = `code=${status}, example=${example}`;
          // The server chooses the media type of an error.
          const requested = status < 300 ? unlessFirst(mediaType, bodies) : undefined;
          const input = { body: exampleBody(operation), prefer, accept: requested };
          const { data, failure } = await callOperation(clientFor(proxy.url), operation, face, input);
          const { response } = lastExchange();
          expect(response.status).toBe(status);
          expect(response.headers["content-type"]).toBe(mediaType);
          expect(response.headers["sl-violations"]).toBeUndefined();
          expect(validateBody(schema, response.body)).toEqual([]);
          expect(JSON.parse(response.body)).toEqual(value);
          if (status < 300) {
            expect(failure).toBeUndefined();
            expect(data).toEqual(value);
          } else {
            expectRefusal(failure, response.headers["x-request-id"]);
            expect(failure).toHaveProperty("body", value);
          }
        },
      );

      if (mayBeEmpty) {
        test("understands it without a body", async () => {
          const input = { body: exampleBody(operation), prefer: `code=${status}, body=empty` };
          const { data, failure } = await callOperation(clientFor(proxy.url), operation, face, input);
          const { response } = lastExchange();
          expect(response.status).toBe(status);
          expect(response.body).toBe("");
          if (status < 300) {
            expect(failure).toBeUndefined();
            expect(data).toBeUndefined();
          } else {
            expectRefusal(failure, response.headers["x-request-id"]);
            expect(failure).toHaveProperty("body", undefined);
          }
        });
      }

      function expectRefusal(failure: unknown, requestId: string | undefined): void {
        expect(failure).toMatchObject({
          kind: status === 429 ? "rate-limited" : "http",
          status,
          operationId,
          method,
          path,
          attempts: 1,
          outcomeUnknown: status >= 500 && ["POST", "PATCH"].includes(method),
        });
        expect(requestId).toBeTypeOf("string");
        expect(failure).toHaveProperty("requestId", requestId);
        expect(JSON.stringify(failure)).not.toContain(testKey);
      }
    });
  });
});

test("every operation, status, media type and named example of the spec went over the wire", async () => {
  const coverage = measureCoverage(operations, proxy.exchanges);
  await mkdir(dirname(coverageFile), { recursive: true });
  await writeFile(coverageFile, JSON.stringify(coverage, null, 2));
  expect(listUncovered(coverage)).toEqual([]);
});

describe("the coverage check reports", () => {
  const uncovered = (documented = operations, exchanges = proxy.exchanges) =>
    listUncovered(measureCoverage(documented, exchanges));

  test("an answer that did not come", () => {
    const seen = proxy.exchanges.filter(({ response }) => response.status !== 409);
    const conflicting = operations.filter(({ answers }) => answers.some(({ status }) => status === 409));
    expect(uncovered(operations, seen)).toEqual(
      conflicting.map(({ operationId }) => `${operationId} 409 (empty)`),
    );
    expect(uncovered(operations, []).length).toBeGreaterThan(conflicting.length);
  });

  test("an example that the spec got since", () => {
    const changed = structuredClone(operations) as typeof operations;
    const [operation] = changed.filter(({ requestBodies }) => requestBodies.length > 0);
    const [body] = operation?.requestBodies ?? [];
    Object.assign(body?.examples ?? {}, { brandNew: { never: "sent" } });
    expect(uncovered(changed)).toEqual([`${operation?.operationId} request ${body?.mediaType} brandNew`]);
  });
});
