import * as fc from "fast-check";
import { describe, expect, inject, test, vi } from "vitest";
import { changedBody } from "./bodies/changed-body.test-support.ts";
import { type DescribedBody, describedBodies } from "./bodies/described-bodies.ts";
import { unlessFirst } from "./bodies/unless-first.test-support.ts";
import { validateBody } from "./bodies/validate-body.ts";
import { callOperation, clientFor, faces } from "./exchanges/call-operation.ts";
import { documentedOperations } from "./exchanges/documented-operations.ts";
import { isObject, specDocument } from "./exchanges/independent-document.ts";
import { startRecordingProxy } from "./exchanges/recording-proxy.ts";

const operations = documentedOperations();
const bodies = describedBodies(operations);
/** Returns a body of another kind: a list for an object, an object for a list. */
function bodyOfOtherType(body: unknown): unknown {
  return Array.isArray(body) ? {} : [];
}

/** Lists the strings with a meaning in the spec: names of properties, and values. */
function wordsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsOf);
  if (!isObject(node)) return [];
  const { properties, enum: values, const: value } = node;
  const candidates = [
    ...(isObject(properties) ? Object.keys(properties) : []),
    ...(Array.isArray(values) ? values : []),
    value,
  ];
  return [...candidates.filter((word) => typeof word === "string"), ...Object.values(node).flatMap(wordsOf)];
}
const words = [...new Set(wordsOf(specDocument.components))];

/** Whether a schema accepts everything, because nothing is known about the body. */
const isOpen = ({ schema, examples }: DescribedBody) =>
  validateBody(schema, JSON.stringify(bodyOfOtherType(Object.values(examples)[0]))).length === 0;
const rows = bodies
  .filter((body) => !isOpen(body))
  .map((body) => ({ ...body, name: `${body.operation.operationId} ${body.status ?? "request"}` }));

test("there are bodies to validate, in both directions, and few of which nothing is known", () => {
  const names = rows.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["executeWorkflow request", "executeWorkflow 200"]));
  const open = bodies.filter(isOpen);
  expect(open.map(({ operation, status }) => [operation.operationId, status])).toEqual([
    ["updateWorkflow", undefined],
  ]);
  expect(open.flatMap(({ problems }) => problems([]))).toEqual([]);
});

describe.each(rows)("$name as $mediaType", ({ examples, schema, problems, operation, status, mediaType }) => {
  const [example] = Object.values(examples);

  test.each(Object.entries(examples))("accepts the example %s", (_, body) => {
    expect(problems(body)).toEqual([]);
  });

  test("finds what Ajv finds in the schema as it is written, however an example is changed", () => {
    const counts = { accepted: 0, refused: 0 };
    const changed = fc.oneof(...Object.values(examples).map((body) => changedBody(body, words)));
    fc.assert(
      fc.property(changed, (body) => {
        const reported = problems(body);
        const expected = validateBody(schema, JSON.stringify(body));
        expect({ body, found: reported.length > 0 }).toEqual({ body, found: expected.length > 0 });
        counts[reported.length > 0 ? "refused" : "accepted"] += 1;
      }),
      { numRuns: 300, seed: 42 },
    );
    // With fewer, the changes would prove nothing.
    expect(counts.refused).toBeGreaterThan(10);
    expect(counts.accepted).toBeGreaterThan(10);
  });

  test("tells no value and no key of a body that it refuses", () => {
    const secret = "jane.doe@example.com";
    const leaks = fc.oneof(...Object.values(examples).map((body) => changedBody(body, [secret])));
    fc.assert(
      fc.property(leaks, (body) => {
        expect(JSON.stringify(problems(body))).not.toContain("jane");
      }),
      { numRuns: 300, seed: 42 },
    );
  });

  describe.each(faces)("by %s", (face) => {
    const exampleRequest = Object.values(operation.requestBodies[0]?.examples ?? {})[0];

    if (status === undefined) {
      test("sends nothing when the body breaks the spec", async () => {
        const proxy = await startRecordingProxy(inject("mockUrl"));
        const { failure } = await callOperation(clientFor(proxy.url), operation, face, {
          body: bodyOfOtherType(example),
          contentType: unlessFirst(mediaType, operation.requestBodies),
        });
        await proxy.close();
        expect(proxy.exchanges).toEqual([]);
        expect(failure).toMatchObject({
          kind: "configuration",
          operationId: operation.operationId,
          attempts: 0,
          outcomeUnknown: false,
          problems: [{ field: "body", rule: "type" }],
        });
      });
    } else {
      test("fails when an answer breaks the spec, and leaves open what the call did", async () => {
        const body = JSON.stringify(bodyOfOtherType(example));
        const fetch = vi.fn(
          async () => new Response(body, { status, headers: { "Content-Type": mediaType } }),
        );
        const client = clientFor(inject("mockUrl"), fetch);
        const { bodies: documented = [] } =
          operation.answers.find((answer) => answer.status === status) ?? {};
        const { failure } = await callOperation(client, operation, face, {
          body: exampleRequest,
          accept: unlessFirst(mediaType, documented),
        });
        expect(fetch).toHaveBeenCalledOnce();
        expect(failure).toMatchObject({
          kind: "unexpected-response",
          operationId: operation.operationId,
          status,
          outcomeUnknown: ["POST", "PATCH"].includes(operation.method),
          problems: [{ field: "body", rule: "type" }],
        });
      });
    }
  });
});

describe("a problem inside a variant is said of the variant that was meant", () => {
  const problemsOf = (operationId: string, body: unknown) =>
    bodies
      .find((candidate) => candidate.operation.operationId === operationId && candidate.status === undefined)
      ?.problems(body) ?? [];

  test.each([
    [{ receiver: { type: "unicity", value: "a" } }, "`body.receiver.value` must be array (rule: type)"],
    [{ receiver: { type: "id" } }, "`body.receiver.value` is required (rule: required)"],
    [{ receiver: { value: "000A1B2C" } }, "`body.receiver.type` is required (rule: required)"],
    [{ receiver: { type: 5 } }, "`body.receiver.type` must be string (rule: type)"],
  ])("%j", (body, message) => {
    expect(problemsOf("executeWorkflow", body).map((problem) => problem.message)).toEqual([message]);
  });

  test("one of 25 kinds of node, and one that nobody knows yet", () => {
    const nodes = [
      { type: "publish", id: "a", event: { type: "literal", value: 1 } },
      { type: "brandNew", id: "b", whatever: [1] },
      { type: "publish", id: 5, event: "x" },
      { type: "brandNew", name: 5 },
    ];
    expect(problemsOf("replaceWorkflowNodes", nodes).map(({ field }) => field)).toEqual([
      "body[2].id",
      "body[2].event",
      "body[3].name",
    ]);
  });
});
