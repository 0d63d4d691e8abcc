import { execute } from "../execute.ts";
import { expectEqual } from "../expect-equal.ts";
import { faultIds } from "../fault-ids.ts";
import { checks, observes, type SmokeCase } from "../smoke-case.ts";

/** Redirects: a client that follows one sends the key to any origin. */
export const redirectCases: readonly SmokeCase[] = [
  checks(
    "a redirect to another origin is not followed (301, 302, 303, 307, 308)",
    async ({ client, failureOf, received, stolen }) => {
      for (const [status, id] of Object.entries(faultIds.redirectAway)) {
        const failure = await failureOf(() => execute(client(), id));
        expectEqual(`kind for ${status}`, failure.kind, "redirect");
        expectEqual(`requests at the server for ${status}`, (await received(id)).length, 1);
      }
      expectEqual("requests at the other origin", (await stolen()).length, 0);
    },
  ),
  checks("a redirect on the same origin is not followed (307)", async ({ client, failureOf, received }) => {
    const failure = await failureOf(() => execute(client(), faultIds.redirectHome));
    expectEqual("kind", failure.kind, "redirect");
    expectEqual("requests at the server", (await received(faultIds.redirectHome)).length, 1);
    expectEqual("requests at the target", (await received(faultIds.redirectLanding)).length, 0);
  }),
  observes("status and request id of a redirect", "status 307, request id", async ({ client, failureOf }) => {
    const { status, requestId } = await failureOf(() => execute(client(), faultIds.redirectHome));
    return `${status === undefined ? "no status" : `status ${status}`}, ${requestId ? "request id" : "no request id"}`;
  }),
];
