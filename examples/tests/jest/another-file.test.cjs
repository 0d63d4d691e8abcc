const { useMock } = require("@np6/api-mock/jest");

const mock = useMock();

test("what another file switched on is not seen here", async () => {
  await mock.client().duplicateWorkflow({ path: { id: 42 } });
  expect(mock.requests).toMatchObject([{ status: 200, scenarios: [] }]);
});
