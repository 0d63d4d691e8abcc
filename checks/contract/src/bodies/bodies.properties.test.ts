import { createClient, type Fetch } from "@np6/api-client";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { callOperation, clientFor, testKey } from "../exchanges/call-operation.ts";
import { documentedOperations } from "../exchanges/documented-operations.ts";
import { type Exchange, type RecordingProxy, startRecordingProxy } from "../exchanges/recording-proxy.ts";
import { assertProperty } from "./assert-property.test-support.ts";
import { bodyArbitrary } from "./body-arbitrary.test-support.ts";
import { brokenBody } from "./broken-body.test-support.ts";
import { describedBodies } from "./described-bodies.ts";
import { unlessFirst } from "./unless-first.test-support.ts";
import { validateBody } from "./validate-body.ts";

// Bodies that are generated from the schemas; contract.test.ts uses the examples.

const operations = documentedOperations();
const bodies = describedBodies(operations);
/** Whether a schema accepts any body, so that no change can break it. */
const isOpen = (schema: string) =>
  [[], {}, 1].every((value) => validateBody(schema, JSON.stringify(value)).length === 0);

let proxy: RecordingProxy;
beforeAll(async () => {
  proxy = await startRecordingProxy(inject("mockUrl"));
});
afterAll(() => proxy.close());
const lastExchange = () => proxy.exchanges.at(-1) as Exchange;

const requests = bodies
  .filter(({ status }) => status === undefined)
  .map((body) => ({ ...body, name: body.operation.operationId }));

describe.each(requests)("a request of $name as $mediaType", ({ operation, schema, mediaType, problems }) => {
  const contentType = unlessFirst(mediaType, operation.requestBodies);

  test("with any body that its schema allows arrives as it is and is accepted", () =>
    assertProperty(bodyArbitrary(schema), async (body) => {
      const input = { body, contentType };
      const { failure } = await callOperation(clientFor(proxy.url), operation, "operation method", input);
      const { request, response } = lastExchange();
      expect(failure).toBeUndefined();
      expect(request.headers["content-type"]).toBe(mediaType);
      expect(request.body).toBe(JSON.stringify(body));
      expect(response.headers["sl-violations"]).toBeUndefined();
    }));

  if (isOpen(schema)) return;

  test("with a body that is broken in one place is not sent, and refused if it were", () =>
    assertProperty(brokenBody(schema), async ({ body }) => {
      expect(problems(body)).not.toEqual([]);
      const sent = proxy.exchanges.length;
      const input = { body, contentType };
      const { failure } = await callOperation(clientFor(proxy.url), operation, "operation method", input);
      expect(failure).toMatchObject({ kind: "configuration", attempts: 0, outcomeUnknown: false });
      expect(proxy.exchanges).toHaveLength(sent);

      const unchecked = createClient({ apiKey: testKey, baseUrl: proxy.url, retry: false });
      const answer = await callOperation(unchecked, operation, "operation method", input);
      expect(answer.failure).toMatchObject({ kind: "http", status: 400 });
      expect(lastExchange().response.headers["sl-violations"]).toBeDefined();
    }));
});

const answers = operations.flatMap((operation) =>
  operation.answers.flatMap(({ status, bodies: documented }) =>
    documented.map((body) => ({
      name: `${operation.operationId} ${status}`,
      operation,
      status,
      // The server chooses the media type of an error.
      accept: status < 300 ? unlessFirst(body.mediaType, documented) : undefined,
      ...body,
    })),
  ),
);
/** Many operations share the same error components; each is tested once. */
const distinct = [...new Map(answers.map((answer) => [answer.schema, answer])).values()];

describe.each(distinct)(
  "an answer of $name as $mediaType",
  ({ operation, status, schema, mediaType, accept }) => {
    const request = Object.values(operation.requestBodies[0]?.examples ?? {})[0];
    const answering = (body: unknown) => {
      const fetch: Fetch = async () =>
        new Response(JSON.stringify(body), { status, headers: { "Content-Type": mediaType } });
      const input = { body: request, accept };
      return callOperation(clientFor(inject("mockUrl"), fetch), operation, "method and path", input);
    };

    test("with any body that its schema allows is read as it is", () =>
      assertProperty(bodyArbitrary(schema), async (sent) => {
        // The client drops a member `__proto__`, which could become a prototype.
        const body = JSON.parse(JSON.stringify(sent), (key, value) =>
          key === "__proto__" ? undefined : value,
        );
        const { data, failure } = await answering(sent);
        if (status < 300) {
          expect(failure).toBeUndefined();
          expect(data).toEqual(body);
        } else {
          expect(failure).toMatchObject({ status });
          expect(failure).toHaveProperty("body", body);
        }
      }));

    // Error bodies are not checked, because their status matters more.
    if (status >= 300 || isOpen(schema)) return;
    test("with a body that is broken in one place is a failure", () =>
      assertProperty(brokenBody(schema), async ({ body }) => {
        const { failure } = await answering(body);
        expect(failure).toMatchObject({ kind: "unexpected-response", status });
        expect(failure).toHaveProperty("problems.0.rule");
      }));
  },
);

test("what is not tried with a broken body is only what may be anything", () => {
  expect(requests.filter(({ schema }) => isOpen(schema)).map(({ name }) => name)).toEqual(["updateWorkflow"]);
  expect(distinct.filter(({ schema, status }) => status < 300 && isOpen(schema))).toEqual([]);
});
