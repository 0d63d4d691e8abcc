import { isNp6Error } from "@np6/api-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "./start-mock.ts";

// Tests the content of responses, with the real client and Prism.

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

const body = { receiver: { type: "id" as const, value: "000QK3LV" } };
const statusOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 200,
    (error: unknown) => (isNp6Error(error) && "status" in error ? error.status : error),
  );

describe("with state", () => {
  test("a copy can be executed and copied again; what is not there is 404", async () => {
    const session = await mock.session({ stateful: true });
    const np6 = session.client();
    const copy = await np6.duplicateWorkflow({ path: { id: 4127 } });
    expect(copy.id).toBe(4128);
    const id = copy.id ?? 0;
    expect(await np6.duplicateWorkflow({ path: { id } })).toEqual({ ...copy, id: 4129 });
    expect(await np6.executeWorkflow({ path: { id }, body })).toMatchObject({ type: "success" });
    expect(await statusOf(np6.executeWorkflow({ path: { id: 5000 }, body }))).toBe(404);
    session.reset();
    expect(await statusOf(np6.executeWorkflow({ path: { id }, body }))).toBe(404);
  });

  test("two sessions do not share it", async () => {
    const [one, other] = [await mock.session({ stateful: true }), await mock.session({ stateful: true })];
    await one.client().duplicateWorkflow({ path: { id: 4127 } });
    expect(await statusOf(other.client().duplicateWorkflow({ path: { id: 4128 } }))).toBe(404);
  });

  test("a reset before the API saw the request leaves nothing behind, one afterwards does", async () => {
    const session = await mock.session({ stateful: true });
    const duplicate = () => session.client({ retry: false }).duplicateWorkflow({ path: { id: 4127 } });
    session.scenario("reset-before", { times: 1 });
    session.scenario("reset-after", { times: 1 });
    await statusOf(duplicate());
    await statusOf(duplicate());
    expect((await duplicate()).id).toBe(4129);
  });

  test("a request that Prism refuses changes nothing", async () => {
    const session = await mock.session({ stateful: true });
    const url = `${session.url}/scripting/workflows/4127/duplication`;
    expect((await fetch(url, { method: "POST" })).status).toBe(401);
    expect((await session.client().duplicateWorkflow({ path: { id: 4127 } })).id).toBeLessThanOrEqual(4129);
    expect(session.requests.map(({ valid }) => valid)).toEqual([false, true]);
  });
});

describe("with a seed", () => {
  test("answers are generated, the same for the same seed", async () => {
    const answer = async (seed: number) =>
      (await mock.session({ seed })).client().duplicateWorkflow({ path: { id: 42 } });
    const [one, again, other] = [await answer(1), await answer(1), await answer(2)];
    expect(one).toEqual(again);
    expect(other).not.toEqual(one);
  });

  test("a batch has as many results as items", async () => {
    const np6 = (await mock.session({ seed: 3 })).client();
    expect(await np6.executeWorkflowBatch({ path: { id: 42 }, body: [body, body, body] })).toHaveLength(3);
  });

  test("a seed that is none is refused", async () => {
    await expect(mock.session({ seed: 1.5 })).rejects.toThrow("seed 1.5 is not valid");
  });
});
