import { execute } from "../execute.ts";
import { expectEqual } from "../expect-equal.ts";
import { faultIds } from "../fault-ids.ts";
import { observeCall } from "../observe-call.ts";
import type { SmokeCase } from "../smoke-case.ts";

const brokenOff = [
  { ending: "shorter than its Content-Length", id: faultIds.brokenOffAfterJson },
  { ending: "without its last chunk", id: faultIds.brokenOffWithoutLastChunk },
];

const unreadable = [
  {
    name: "HTML with 200 is a failure that names the media type",
    id: faultIds.wrongMediaType,
    words: "text/html",
  },
  {
    name: "JSON without a Content-Type is a failure",
    id: faultIds.missingContentType,
    words: "Content-Type",
  },
  { name: "a response that breaks off is a failure", id: faultIds.brokenOff, words: "" },
];

/** Unreadable responses with a success status: the call may have run. */
export const mediaTypeCases: readonly SmokeCase[] = [
  ...unreadable.map(
    ({ name, id, words }): SmokeCase => ({
      name,
      check: async ({ client, failureOf, received }) => {
        const failure = await failureOf(() => execute(client(), id));
        expectEqual("kind", failure.kind, "unexpected-response");
        expectEqual("status", failure.status, 200);
        expectEqual("outcomeUnknown", failure.outcomeUnknown, true);
        expectEqual(`message with “${words}”`, failure.message.includes(words) || failure.message, true);
        expectEqual("requests at the server", (await received(id)).length, 1);
      },
    }),
  ),
  ...brokenOff.map(
    ({ ending, id }): SmokeCase => ({
      name: `whole JSON in a response that ends ${ending}`,
      expected: "sent once, fails as unexpected-response",
      observe: (context) => observeCall(context, context.client(), id),
    }),
  ),
];
