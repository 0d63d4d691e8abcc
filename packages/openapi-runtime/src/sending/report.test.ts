import { cutAnswer } from "@np6/fault-server";
import { describe, expect, test, vi } from "vitest";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { answer, good, useFaultServer } from "../testing/use-fault-server.test-support.ts";

const path = { id: 1 };
const reset = cutAnswer({ status: 200, body: "{}" }, "before-any-byte", "reset");
const silence = cutAnswer({ status: 200, body: "{}" }, "before-any-byte", "hang");

describe("what a hook is told", () => {
  test("at the end of a success", async () => {
    const server = await useFaultServer(good);
    const end = vi.fn();
    const { byOperation } = exampleClient({ baseUrl: server.url, on: { end } });
    await byOperation.runThing({ path, context: 7 });
    expect(end).toHaveBeenCalledExactlyOnceWith({
      operationId: "runThing",
      method: "POST",
      path: "/things/{id}/run",
      callId: expect.any(String),
      context: 7,
      kind: undefined,
      status: 200,
      requestId: "r-1",
      outcomeUnknown: false,
      attempts: 1,
      elapsedMs: expect.any(Number),
      queuedMs: expect.any(Number),
      bodyBytes: 13,
    });
  });

  test("of time in line", async () => {
    const server = await useFaultServer(good);
    const end = vi.fn();
    const { byOperation } = exampleClient({ baseUrl: server.url, maxConcurrency: 1, on: { end } });
    await Promise.all([byOperation.runThing({ path }), byOperation.runThing({ path })]);
    const [first, second] = end.mock.calls.map(([event]) => event);
    expect(first.callId).not.toBe(second.callId);
    expect(second.queuedMs).toBeGreaterThanOrEqual(first.queuedMs);
    expect(second.elapsedMs).toBeGreaterThanOrEqual(second.queuedMs);
  });

  test("of a connection that broke", async () => {
    const server = await useFaultServer(reset);
    const [failure, end] = [vi.fn(), vi.fn()];
    const { byOperation } = exampleClient({ baseUrl: server.url, on: { failure, end } });
    await failureOf(() => byOperation.runThing({ path }));
    const told = { kind: "connection", code: expect.any(String), neverSent: false, limit: undefined };
    expect(failure).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(told));
    expect(end).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ kind: "connection", outcomeUnknown: true, attempts: 1, bodyBytes: 0 }),
    );
  });

  test("of a limit that ran out", async () => {
    const server = await useFaultServer(silence);
    const failure = vi.fn();
    const { byOperation } = exampleClient({ baseUrl: server.url, attemptTimeoutMs: 50, on: { failure } });
    await failureOf(() => byOperation.runThing({ path }));
    const told = { kind: "timeout", code: undefined, neverSent: undefined, limit: "attemptTimeoutMs" };
    expect(failure).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(told));
  });

  test("at the end of a call whose key could not be had", async () => {
    const end = vi.fn();
    const { byOperation } = exampleClient({
      apiKey: () => Promise.reject(new Error("the vault is down")),
      on: { end },
    });
    await failureOf(() => byOperation.runThing({ path }));
    expect(end).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ kind: "key-unavailable", attempts: 0, status: undefined }),
    );
  });

  test("of a refusal before anything was sent: the failure has the context", async () => {
    const { byOperation } = exampleClient({});
    const failure = await failureOf(() => byOperation.runThing({ path: { id: 0.5 }, context: "mine" }));
    expect(failure).toMatchObject({ kind: "configuration", context: "mine", callId: undefined });
  });

  test("and a failure of the server", async () => {
    const server = await useFaultServer(answer(400, '{"reason":"no"}'));
    const end = vi.fn();
    const { byOperation } = exampleClient({ baseUrl: server.url, on: { end } });
    const failure = await failureOf(() => byOperation.runThing({ path }));
    const [event] = end.mock.calls[0] ?? [];
    expect(event).toMatchObject({ kind: "http", status: 400, bodyBytes: 15 });
    expect(event.callId).toBe(failure.callId);
  });
});
