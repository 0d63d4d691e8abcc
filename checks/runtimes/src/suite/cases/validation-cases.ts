import { execute } from "../execute.ts";
import { expectEqual } from "../expect-equal.ts";
import { checks, type SmokeCase } from "../smoke-case.ts";

/** Forwarded to the mock; used by this case only. */
const id = 5_900;

/** The package's second entry. On workerd, code made from strings would throw. */
export const validationCases: readonly SmokeCase[] = [
  checks(
    "a client that validates sends what keeps to the spec, once, and nothing else",
    async ({ client, createValidation, failureOf, received }) => {
      const np6 = client({ validation: createValidation({ requests: true, responses: true }) });
      const wrong = { receiver: { type: "id", value: 5 } } as unknown as {
        receiver: { type: "id"; value: string };
      };
      const failure = await failureOf(() => np6.executeWorkflow({ path: { id }, body: wrong }));
      expectEqual("kind", failure.kind, "configuration");
      const namesRule = failure.message.includes("`body.receiver.value` must be string (rule: type)");
      expectEqual("message with field and rule", namesRule || failure.message, true);
      expectEqual("requests at the server", (await received(id)).length, 0);
      await execute(np6, id);
      expectEqual("requests at the server", (await received(id)).length, 1);
    },
  ),
];
