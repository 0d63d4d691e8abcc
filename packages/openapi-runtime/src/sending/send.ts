import type { Failure } from "../failures/failure.ts";
import { sleep } from "../limits/sleep.ts";
import { attempt } from "./attempt.ts";
import type { Call } from "./call.ts";
import { delayBeforeRepeat } from "./delay-before-repeat.ts";
import type { Outcome } from "./outcome.ts";
import { reportEnd } from "./report.ts";
import { enter, passGate, refuseClosed, waitFailure } from "./wait-in-queue.ts";

/**
 * Sends a request, repeats it where that is safe, and reads the response. All requests of the client are sent here.
 * @throws Refusal or KeyUnavailableError when there is no usable key
 */
export function send(call: Call): Promise<Outcome> {
  const sent = sendQueued(call);
  return call.sender.configuration.on.end === undefined ? sent : reportWhenEnded(call, sent);
}

async function reportWhenEnded(call: Call, sent: Promise<Outcome>): Promise<Outcome> {
  try {
    const outcome = await sent;
    reportEnd(call, outcome.error, outcome.response && outcome);
    return outcome;
  } catch (failure) {
    reportEnd(call, failure as Partial<Failure>);
    throw failure;
  }
}

async function sendQueued(call: Call): Promise<Outcome> {
  if (call.sender.calls.isClosed) return { error: refuseClosed(call) };
  const waiting = enter(call);
  const failure = waiting === undefined ? undefined : await waiting;
  if (failure !== undefined) return { error: failure };
  return sendWithinDeadline(call);
}

/** Sends until the outcome is final. The call has its slot, and has passed the gate. */
async function sendWithinDeadline(call: Call): Promise<Outcome> {
  const { calls, slots, gate } = call.sender;
  const { deadline } = call;
  calls.start(deadline);
  call.queuedMs = call.elapsedMs;
  let outcome: Outcome | undefined;
  try {
    for (;;) {
      outcome = await attempt(call);
      leaveGate(call, outcome);
      if (slots !== undefined && wasCutOff(outcome)) await lastWordOut();
      const delayMs = delayBeforeRepeat(call, outcome);
      if (delayMs === undefined) break;
      call.waitsFor = "the next attempt";
      if (delayMs > 0) await sleep(delayMs, deadline.signal);
      if (call.settings.repeats) await passGate(call, deadline);
      deadline.throwIfEnded();
      call.waitsFor = undefined;
    }
  } catch (cause) {
    outcome = { error: waitFailure(call, cause, deadline) };
  } finally {
    if (call.ticket > 0) gate.withdraw(call.ticket);
    slots?.leave();
    deadline.release();
    calls.count(outcome?.error, deadline.reason === "closed");
    calls.end(deadline);
  }
  return outcome;
}

/** Milliseconds for the server to learn that a request was given up. */
const lastWordMs = 10;

/**
 * Whether the client ended the exchange, not the server. The server notices later, and until then counts the request as
 * in progress; it must not count more than `maxConcurrency`.
 */
function wasCutOff({ error }: Outcome): boolean {
  const kind = error?.kind;
  return kind === "timeout" || kind === "aborted" || kind === "unexpected-response";
}

function lastWordOut(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, lastWordMs);
  });
}

/** Reports the end of an attempt to the gate. */
function leaveGate(call: Call, { response, error }: Outcome): void {
  const { ticket } = call;
  const { gate } = call.sender;
  call.ticket = 0;
  if (ticket === 0) return;
  const status = response?.status ?? error?.status;
  if (call.attempts === 0) gate.withdraw(ticket);
  else gate.leave(ticket, status !== undefined && status !== 429);
}
