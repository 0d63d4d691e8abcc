import { expect, test, vi } from "vitest";
import { exampleClient, exampleKey } from "../testing/example-client.test-support.ts";
import { expectNoKey } from "../testing/expect-no-key.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";

test("a reason to abort that holds the key is cleaned before anything was sent", async () => {
  const signal = AbortSignal.abort(new Error(`no ${exampleKey}`));
  const failure = await failureOf(() => exampleClient({}).byOperation.runThing({ path: { id: 1 }, signal }));
  expect(failure).toMatchObject({ kind: "aborted", attempts: 0, cause: { message: "no [redacted]" } });
  expectNoKey(failure);
});

test("an abort between two attempts is told", async () => {
  const controller = new AbortController();
  const failure = vi.fn();
  const { byOperation } = exampleClient({
    fetch: async () => new Response(null, { status: 429 }),
    on: { retry: () => controller.abort(), failure },
  });
  await failureOf(() => byOperation.runThing({ path: { id: 1 }, signal: controller.signal }));
  expect(failure).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: "aborted", attempt: 1 }));
});
