import type { Execution } from "@np6/api-types";
import { describe, expect, test, vi } from "vitest";
import { createClient, isNp6Error, type Np6ClientOptions } from "./index.ts";

const path = { id: 42 };
const execution = (value: string): Execution => ({ receiver: { type: "id", value } });
const sent = vi.fn(async () => new Response(null, { status: 409 }));

function client(receivers: unknown) {
  sent.mockClear();
  const options = { apiKey: "k", allowRealApi: true, fetch: sent, receivers } as Np6ClientOptions<[]>;
  return createClient(options);
}

async function failureOf(call: Promise<unknown>) {
  const failure: unknown = await call.catch((error: unknown) => error);
  if (!isNp6Error(failure)) throw failure;
  return failure;
}

describe("a client that asks for each receiver", () => {
  const colleagues = client((receiver: { value: unknown }) => receiver.value === "colleague");

  test("sends to those that are let through", async () => {
    const np6 = client((receiver: { value: unknown }) => receiver.value === "colleague");
    expect(await failureOf(np6.executeWorkflow({ path, body: execution("colleague") }))).toMatchObject({
      status: 409,
    });
    expect(sent).toHaveBeenCalledOnce();
  });

  test.each([
    ["one", () => colleagues.executeWorkflow({ path, body: execution("customer") }), "`body.receiver`"],
    [
      "one of many, and none of them is sent to",
      () => colleagues.executeWorkflowBatch({ path, body: [execution("colleague"), execution("customer")] }),
      "`body[1].receiver`",
    ],
    [
      "one of a call by path",
      () =>
        colleagues.POST("/scripting/workflows/{id}/execution", {
          params: { path },
          body: execution("customer"),
        }),
      "`body.receiver`",
    ],
    ["an execution without a receiver", () => colleagues.executeWorkflow({ path, body: {} }), "is missing"],
    [
      "what JSON makes of a receiver",
      () => {
        const body = {
          receiver: { type: "id", value: "colleague", toJSON: () => ({ type: "id", value: "customer" }) },
        };
        return colleagues.executeWorkflow({ path, body: body as Execution });
      },
      "`body.receiver`",
    ],
  ])("refuses %s", async (_, call, says) => {
    sent.mockClear();
    const failure = await failureOf(call());
    expect(failure).toMatchObject({ kind: "configuration", attempts: 0, next: "fix-request" });
    expect(failure.message).toContain(says);
    expect(failure.message).not.toContain("customer");
    expect(sent).not.toHaveBeenCalled();
  });

  test.each([
    ["gives anything but true", () => 1, "is refused by"],
    [
      "fails",
      () => {
        throw new Error("the list is down");
      },
      "failed; see `cause`",
    ],
  ])("refuses all when its function %s", async (_, receivers, says) => {
    const failure = await failureOf(client(receivers).executeWorkflow({ path, body: execution("a") }));
    expect(failure.message).toContain(says);
    expect(sent).not.toHaveBeenCalled();
  });

  test("does not ask where nobody is executed", async () => {
    const never = vi.fn();
    await failureOf(client(never).duplicateWorkflow({ path }));
    expect(never).not.toHaveBeenCalled();
    expect(sent).toHaveBeenCalledOnce();
  });

  test("must be given a function", () => {
    expect(() => client("all")).toThrow("`receivers` must be a function");
  });
});

describe("a dry run", () => {
  test("says what would go out, without the key, and sends nothing", async () => {
    const np6 = client(undefined);
    const { body, headers, ...request } = await np6.dryRun.executeWorkflow({ path, body: execution("a") });
    expect(request).toEqual({
      operationId: "executeWorkflow",
      method: "POST",
      url: "https://api-cm.np6.com/scripting/workflows/42/execution",
    });
    expect(headers).toMatchObject({ "Content-Type": "application/vnd.np6.cm.workflow-v4" });
    expect(JSON.stringify(headers).toLowerCase()).not.toContain("x-key");
    expect(body).toBe('{"receiver":{"type":"id","value":"a"}}');
    expect(sent).not.toHaveBeenCalled();
  });

  test("refuses what a call refuses", async () => {
    const np6 = client(() => false);
    expect(await failureOf(np6.dryRun.executeWorkflow({ path, body: execution("a") }))).toMatchObject({
      kind: "configuration",
    });
    expect(await failureOf(np6.dryRun.duplicateWorkflow({ path: { id: 0.5 } }))).toMatchObject({
      kind: "configuration",
    });
  });

  test("writes the address as the caller's serializer does", async () => {
    const querySerializer = () => "a=1";
    const np6 = createClient({ apiKey: "k", allowRealApi: true, fetch: sent, querySerializer });
    expect((await np6.dryRun.getWorkflowNodes({ path })).url).toMatch(/\/scripting\/workflows\/42\/nodes/);
  });
});
