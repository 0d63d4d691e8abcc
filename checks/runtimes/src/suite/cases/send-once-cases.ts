import { execute } from "../execute.ts";
import { expectEqual } from "../expect-equal.ts";
import { faultIds } from "../fault-ids.ts";
import { observeCall } from "../observe-call.ts";
import { observes, type SmokeCase, type SmokeContext } from "../smoke-case.ts";

/** A workflow that runs twice may mail a customer twice. Some runtimes repeat requests below the client. */
export const sendOnceCases: readonly SmokeCase[] = [
  {
    name: "a new connection that dies after the request: sent once",
    // First at this server, so that no connection of an earlier case can be reused.
    check: async ({ baseUrlForReuse, client, failureOf, received }) => {
      const np6 = client({ baseUrl: baseUrlForReuse });
      const failure = await failureOf(() => execute(np6, faultIds.diesAtOnce));
      expectEqual("kind", failure.kind, "connection");
      expectEqual("outcomeUnknown", failure.outcomeUnknown, true);
      expectEqual("requests at the server", (await received(faultIds.diesAtOnce)).length, 1);
    },
  },
  {
    name: "a reused connection that is closed after the request",
    expected: "sent once, fails as connection",
    observe: (context) => diesWhenReused(context, faultIds.endsWhenReused, {}),
  },
  observes(
    "a reused connection that is reset after the request",
    "sent once, fails as connection",
    (context) => diesWhenReused(context, faultIds.resetsWhenReused, {}),
  ),
  {
    name: "the same with a fetch that keeps no idle connections",
    only: ["Deno"],
    expected: "sent once, succeeds, on a new connection",
    observe: (context) => {
      const { recommendedFetch } = context;
      return diesWhenReused(context, faultIds.endsWhenReusedRecommended, { fetch: recommendedFetch });
    },
  },
  observes("a 421", "sent once, fails as http", (context) =>
    observeCall(context, context.client(), faultIds.misdirected),
  ),
];

type Options = NonNullable<Parameters<SmokeContext["client"]>[0]>;

async function diesWhenReused(context: SmokeContext, id: number, options: Options): Promise<string> {
  const client = context.client({ baseUrl: context.baseUrlForReuse, ...options });
  // Opens a connection. It becomes free a moment later: Node would open a second one for an immediate call. The request
  // to the ledger takes long enough.
  await execute(client, faultIds.answered);
  await context.received(faultIds.answered);
  const observed = await observeCall(context, client, id);
  const [first] = await context.received(id);
  return first?.onReusedConnection ? observed : `${observed}, on a new connection`;
}
