const { useMock } = require("@np6/api-mock/jest");

const mock = useMock({ seed: 7 });
const nodes = async (client) => client.getWorkflowNodes({ path: { id: 42 } });

test("the same seed makes the same answers, another makes others", async () => {
  const first = await nodes(mock.client());
  const [again, other] = await Promise.all([mock.session({ seed: 7 }), mock.session({ seed: 8 })]);
  expect(await nodes(again.client())).toEqual(first);
  expect(await nodes(other.client())).not.toEqual(first);
});
