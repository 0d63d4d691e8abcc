import { execute } from "../execute.ts";
import { expectEqual } from "../expect-equal.ts";
import { faultIds } from "../fault-ids.ts";
import { checks, type Failure, observes, type SmokeCase, type SmokeContext } from "../smoke-case.ts";

/** Short for a fast suite, but long enough for a request to arrive on a busy machine. */
const attemptTimeoutMs = 1_500;

/** Milliseconds in which a second request, sent at the same time or as a repeat, reaches a server on this machine. */
const arrivalMs = 500;

/** Calls that end before their response does. */
export const interruptionCases: readonly SmokeCase[] = [
  checks("silence ends as a timeout", async (context) => {
    const client = context.client({ attemptTimeoutMs });
    const failure = await context.failureOf(() => execute(client, faultIds.silence));
    await expectInterrupted(context, failure, "timeout", faultIds.silence);
  }),
  checks("silence in the middle of the body ends as a timeout", async (context) => {
    const client = context.client({ attemptTimeoutMs });
    const failure = await context.failureOf(() => execute(client, faultIds.silenceInBody));
    await expectInterrupted(context, failure, "timeout", faultIds.silenceInBody);
  }),
  checks("an abort before sending sends nothing", async ({ client, failureOf, received }) => {
    const signal = AbortSignal.abort();
    const failure = await failureOf(() => execute(client(), faultIds.abortedBeforeSending, { signal }));
    expectEqual("kind", failure.kind, "aborted");
    expectEqual("attempts", failure.attempts, 0);
    expectEqual("outcomeUnknown", failure.outcomeUnknown, false);
    expectEqual("requests at the server", (await received(faultIds.abortedBeforeSending)).length, 0);
  }),
  checks("an abort while waiting ends the call, and its outcome is unknown", (context) =>
    abortOnceArrived(context, faultIds.silenceBeforeAbort),
  ),
  checks("an abort in the middle of the body does too", (context) =>
    abortOnceArrived(context, faultIds.silenceInBodyBeforeAbort),
  ),
  observes("after an abort, the connection", "is closed", async ({ received }) => {
    const requests = await received(faultIds.silenceBeforeAbort, "disconnected");
    if (requests.length === 0) return "was never made";
    return requests.every(({ disconnected }) => disconnected) ? "is closed" : "stays open";
  }),
];

async function abortOnceArrived(context: SmokeContext, id: number): Promise<void> {
  const controller = new AbortController();
  const [failure] = await Promise.all([
    context.failureOf(() => execute(context.client(), id, { signal: controller.signal })),
    context.received(id, "arrived").then(() => controller.abort()),
  ]);
  await expectInterrupted(context, failure, "aborted", id);
}

async function expectInterrupted(context: SmokeContext, failure: Failure, kind: string, id: number) {
  expectEqual("kind", failure.kind, kind);
  expectEqual("attempts", failure.attempts, 1);
  expectEqual("outcomeUnknown", failure.outcomeUnknown, true);
  // The call may end before a second request has arrived: an abort ends it at once.
  await new Promise((resolve) => setTimeout(resolve, arrivalMs));
  expectEqual("requests at the server", (await context.received(id)).length, 1);
}
