import assert from "node:assert/strict";
import { test } from "node:test";
import { useMock } from "@np6/api-mock/node-test";
import { sendWelcome } from "../src/send-welcome.cjs";

const mock = useMock();

test("a welcome goes to everybody", async () => {
  const { sent } = await sendWelcome(mock.client(), 42, ["A", "B"]);
  assert.deepEqual(sent, ["A", "B"]);
  assert.equal(mock.requests.length, 1);
});

test("a conflict without a body is a failure, and nothing ran", async () => {
  mock.scenario("conflict-empty");
  assert.deepEqual(await sendWelcome(mock.client(), 42, ["A"]), { sent: [], failed: ["A"], look: false });
});

test("what a test switched on is off in the next one", async () => {
  assert.deepEqual(mock.scenarios, []);
  assert.deepEqual(mock.requests, []);
});

test("tests at the same time take a session each", { concurrency: true }, async (context) => {
  const run = (scenario) => async () => {
    const session = await mock.session({ scenarios: [scenario] });
    await sendWelcome(session.client(), 42, ["A"]);
    assert.deepEqual(
      session.requests.map(({ scenarios }) => scenarios),
      [[scenario]],
    );
  };
  await Promise.all([context.test("one", run("conflict")), context.test("other", run("not-found"))]);
});
