import type { Fetch } from "@np6/api-client";
import type { ExampleOperation } from "@np6/openapi-document";
import type { ClientReaction } from "./client-reaction.ts";
import { observeCall } from "./observe-call.ts";

/** A cause of failure that is independent of the operation. */
export interface FailureCause {
  readonly title: string;
  readonly observe: (operation: ExampleOperation) => Promise<ClientReaction>;
}

function cause(title: string, observe: FailureCause["observe"]): FailureCause {
  return { title, observe };
}

function answers(title: string, status: number): FailureCause {
  return cause(title, (operation) => observeCall(operation, async () => new Response(null, { status })));
}

/** Simulates fetch without a connection: a TypeError whose cause has the platform's code. */
function breaks(title: string, code: string): FailureCause {
  const fetch: Fetch = async () => {
    throw new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
  };
  return cause(title, (operation) => observeCall(operation, fetch));
}

const untilAborted: Fetch = (_url, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

function halfAnAnswer(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode("{"));
      controller.error(new TypeError("terminated"));
    },
  });
}

/** Causes besides the error responses of the document, from those before sending to those after the call ran. */
export const failureCauses: readonly FailureCause[] = [
  cause("An option or parameter that is not fit, before sending", (operation) =>
    observeCall(operation, untilAborted, { attemptTimeoutMs: 0 }),
  ),
  cause("Your `apiKey` function failed", (operation) =>
    observeCall(operation, untilAborted, {}, () => Promise.reject(new Error("the vault is down"))),
  ),
  breaks("Connection refused, or no such host", "ECONNREFUSED"),
  breaks("The connection broke", "ECONNRESET"),
  cause("No answer within `attemptTimeoutMs`", (operation) =>
    observeCall(operation, untilAborted, { attemptTimeoutMs: 1 }),
  ),
  cause("Your `signal` aborted while it was under way", (operation) => {
    const controller = new AbortController();
    const fetch: Fetch = (url, init) => {
      queueMicrotask(() => controller.abort());
      return untilAborted(url, init);
    };
    return observeCall(operation, fetch, { signal: controller.signal });
  }),
  answers("A redirect: 301, 302, 307 or 308", 302),
  answers("See Other: 303", 303),
  answers("The server gave up waiting: 408", 408),
  answers("A gateway failed: 502 or 504", 502),
  answers("Not available, without Retry-After: 503", 503),
  cause("A 200 of another media type, such as a proxy's page", (operation) =>
    observeCall(operation, async () => new Response("<p>", { headers: { "content-type": "text/html" } })),
  ),
  cause("A 200 that broke off", (operation) => {
    const headers = { "content-type": operation.accept[0] ?? "application/json" };
    return observeCall(operation, async () => new Response(halfAnAnswer(), { headers }));
  }),
];
