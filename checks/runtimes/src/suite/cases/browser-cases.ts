import { execute } from "../execute.ts";
import { expectEqual } from "../expect-equal.ts";
import { faultIds } from "../fault-ids.ts";
import type { SmokeCase } from "../smoke-case.ts";

/** Cases of pages only: a key that everybody can read, and CORS. */
export const browserCases: readonly SmokeCase[] = [
  {
    name: "a client is refused in a page unless asked for by dangerouslyAllowBrowser",
    only: ["Chromium"],
    check: async ({ createClient, failureOf, apiKey, baseUrl }) => {
      const failure = await failureOf(async () => createClient({ apiKey, baseUrl }));
      expectEqual("kind", failure.kind, "configuration");
      expectEqual(
        "message with dangerouslyAllowBrowser",
        failure.message.includes("dangerouslyAllowBrowser") || failure.message,
        true,
      );
    },
  },
  {
    name: "the preflight asks for",
    only: ["Chromium"],
    expected: "POST with content-type,x-key; the key is not in it",
    observe: async ({ client, preflights, apiKey }) => {
      await execute(client(), faultIds.answered);
      const requests = await preflights(faultIds.answered);
      const { headers } = requests[0] ?? { headers: {} as Record<string, string> };
      const method = headers["access-control-request-method"];
      const names = headers["access-control-request-headers"];
      const key = JSON.stringify(requests).includes(apiKey) ? "in it" : "not in it";
      return `${method} with ${names}; the key is ${key}`;
    },
  },
  {
    name: "without CORS headers the request never leaves",
    only: ["Chromium"],
    check: async ({ client, failureOf, received, baseUrlWithoutCors }) => {
      const failure = await failureOf(() =>
        execute(client({ baseUrl: baseUrlWithoutCors }), faultIds.withoutCors),
      );
      expectEqual("kind", failure.kind, "connection");
      expectEqual("requests at the server", (await received(faultIds.withoutCors)).length, 0);
    },
  },
  {
    name: "the request id of a server that does not expose it",
    only: ["Chromium"],
    expected: "status 409, no request id",
    observe: async ({ client, failureOf }) => {
      const { status, requestId } = await failureOf(() => execute(client(), faultIds.hiddenRequestId));
      return `status ${status}, ${requestId ? "request id" : "no request id"}`;
    },
  },
];
