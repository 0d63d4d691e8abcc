import { once } from "node:events";
import { expect, test } from "vitest";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { answer, good, useFaultServer } from "../testing/use-fault-server.test-support.ts";

const path = { id: 1 };

test("a call gives the head of its answer beside the data", async () => {
  const server = await useFaultServer(good);
  const { byOperation } = exampleClient({ baseUrl: server.url });
  const call = byOperation.runThing({ path });
  const { data, response, requestId, rateLimit } = await call.withResponse();
  expect(data).toEqual({ done: true });
  expect(await call).toBe(data);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBeTypeOf("string");
  expect(requestId).toBe("r-1");
  expect(rateLimit).toBeUndefined();
  // Awaited twice, sent once.
  await call.withResponse();
  expect(server.requests).toHaveLength(1);
});

test("a failure comes where the head was asked for, and nowhere else", async () => {
  const server = await useFaultServer(answer(400));
  const { byOperation } = exampleClient({ baseUrl: server.url });
  const unhandled = once(process, "unhandledRejection", { signal: AbortSignal.timeout(300) });
  const failure = await failureOf(() => byOperation.runThing({ path }).withResponse());
  expect(failure).toMatchObject({ kind: "http", status: 400 });
  await expect(unhandled).rejects.toThrow("aborted");
});

test("so does a refusal before anything was sent", async () => {
  const { byOperation } = exampleClient({});
  const failure = await failureOf(() => byOperation.runThing({ path: { id: 0.5 } }).withResponse());
  expect(failure).toMatchObject({ kind: "configuration", attempts: 0 });
});
