const { HttpError } = require("@np6/api-client");
const { useMock } = require("@np6/api-mock/jest");
const { sendWelcome } = require("../src/send-welcome.cjs");

const mock = useMock();

test("a welcome goes to everybody", async () => {
  expect(await sendWelcome(mock.client(), 42, ["A", "B"])).toEqual({
    sent: ["A", "B"],
    failed: [],
    look: false,
  });
  expect(mock.requests).toHaveLength(1);
});

test("an HTML page of a gateway may hide a run", async () => {
  mock.scenario("gateway-page-200");
  expect(await sendWelcome(mock.client(), 42, ["A"])).toEqual({ sent: [], failed: ["A"], look: true });
});

test("a refusal is the client's own class, though the mock made the client", async () => {
  mock.scenario("conflict-empty");
  const call = mock.client().duplicateWorkflow({ path: { id: 42 } });
  await expect(call).rejects.toBeInstanceOf(HttpError);
});
