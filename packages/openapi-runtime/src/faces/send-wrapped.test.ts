import { AsyncLocalStorage } from "node:async_hooks";
import { describe, expect, test, vi } from "vitest";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { answer, good, useFaultServer } from "../testing/use-fault-server.test-support.ts";

const path = { id: 1 };

describe("a client with a wrapper", () => {
  test("runs each call inside it, and tells it which call it is", async () => {
    const server = await useFaultServer(good);
    const storage = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    const { byOperation } = exampleClient({
      baseUrl: server.url,
      on: { request: () => seen.push(storage.getStore()), end: () => seen.push(storage.getStore()) },
      wrap: (call, run) => storage.run(`${call.operationId} for ${call.context}`, run),
    });
    expect(await byOperation.runThing({ path, context: "a job" })).toEqual({ done: true });
    expect(seen).toEqual(["runThing for a job", "runThing for a job"]);
  });

  test("lets it see the failure", async () => {
    const server = await useFaultServer(answer(400));
    const saw = vi.fn();
    const { byOperation } = exampleClient({
      baseUrl: server.url,
      wrap: (_, run) => run().catch(saw),
    });
    const failure = await failureOf(() => byOperation.runThing({ path }));
    expect(failure).toMatchObject({ status: 400 });
    expect(saw).toHaveBeenCalledExactlyOnceWith(failure);
  });

  test("sends once, however often it runs the call", async () => {
    const server = await useFaultServer(good);
    const wrap = (_: unknown, run: () => Promise<void>) => Promise.all([run(), run()]).then(run);
    const { byOperation } = exampleClient({ baseUrl: server.url, wrap });
    expect(await byOperation.runThing({ path })).toEqual({ done: true });
    expect(server.requests).toHaveLength(1);
  });

  test("gives the call's outcome also when it fails after it", async () => {
    const server = await useFaultServer(good);
    const wrap = (_: unknown, run: () => Promise<void>) =>
      run().then(() => {
        throw new Error("the tracer is down");
      });
    const { byOperation } = exampleClient({ baseUrl: server.url, wrap });
    expect(await byOperation.runThing({ path })).toEqual({ done: true });
  });

  test.each([
    ["does not run the call", () => undefined, "did not run the call"],
    [
      "fails before it",
      () => {
        throw new Error("no span");
      },
      "failed before it ran the call",
    ],
  ])("refuses the call when it %s", async (_, wrap, says) => {
    const server = await useFaultServer(good);
    const { byOperation } = exampleClient({ baseUrl: server.url, wrap });
    const failure = await failureOf(() => byOperation.runThing({ path }));
    expect(failure).toMatchObject({ kind: "configuration", attempts: 0, next: "fix-setup" });
    expect(failure.message).toContain(says);
    expect(server.requests).toEqual([]);
  });
});
