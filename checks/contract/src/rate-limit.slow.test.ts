import { createClient } from "@np6/api-client";
import { startMock } from "@np6/api-mock";
import { expect, onTestFinished, test } from "vitest";
import { testKey } from "./exchanges/call-operation.ts";

test("eight workers bring sixty calls through a limit of five, and hardly one is refused that need not be", async () => {
  const mock = await startMock();
  onTestFinished(() => mock.close());
  const session = await mock.session();
  onTestFinished(() => session.close());
  session.scenario("rate-limit", { limit: 5, retryAfter: 1 });
  const np6 = createClient({ apiKey: testKey, baseUrl: session.url });
  const left = Array.from({ length: 60 }, (_, index) => index);
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (left.pop() !== undefined) await np6.duplicateWorkflow({ path: { id: 42 } });
    }),
  );
  const statuses = session.requests.map(({ status }) => status);
  expect(statuses.filter((status) => status !== 429)).toHaveLength(60);
  // At least eleven are necessary, because only a refusal resets the mock's window.
  expect(statuses.length).toBeLessThanOrEqual(80);
});
