import type { Failure } from "../failures/failure.ts";
import { sleep } from "../limits/sleep.ts";
import { attempt } from "./attempt.ts";
import type { Call } from "./call.ts";
import { delayBeforeRepeat } from "./delay-before-repeat.ts";
import type { Outcome } from "./outcome.ts";
import { tellEnd } from "./tell.ts";
import { enter, passGate, refuseClosed, waitFailure } from "./wait-in-line.ts";

/**
 * Sends a request, again where that is safe, and reads the answer: the only way of the client to the network.
 * @throws Refusal or KeyUnavailableError when there is no usable key
 */
export function send(call: Call): Promise<Outcome> {
  const sent = sendUntold(call);
  return call.sender.configuration.on.end === undefined ? sent : toldAtEnd(call, sent);
}

async function toldAtEnd(call: Call, sent: Promise<Outcome>): Promise<Outcome> {
  try {
    const outcome = await sent;
    tellEnd(call, outcome.error, outcome.response && outcome);
    return outcome;
  } catch (failure) {
    tellEnd(call, failure as Partial<Failure>);
    throw failure;
  }
}

async function sendUntold(call: Call): Promise<Outcome> {
  if (call.sender.calls.isClosed) return { error: refuseClosed(call) };
  const waiting = enter(call);
  const failure = waiting === undefined ? undefined : await waiting;
  if (failure !== undefined) return { error: failure };
  return sendWithinDeadline(call);
}

/** Sends until there is an outcome. The call has its place, and is through the gate. */
async function sendWithinDeadline(call: Call): Promise<Outcome> {
  const { calls, places, gate } = call.sender;
  const { deadline } = call;
  calls.start(deadline);
  call.queuedMs = call.elapsedMs;
  let outcome: Outcome | undefined;
  try {
    for (;;) {
      outcome = await attempt(call);
      leaveGate(call, outcome);
      if (places !== undefined && wasCutOff(outcome)) await lastWordOut();
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
    if (call.ticket > 0) gate.turnBack(call.ticket);
    places?.leave();
    deadline.release();
    calls.count(outcome?.error, deadline.reason === "closed");
    calls.end(deadline);
  }
  return outcome;
}

/** How long the server is given to hear that a request was given up, in milliseconds. */
const lastWordMs = 10;

/**
 * Whether we ended the exchange, not the server. The server hears of that later, and must not count more requests in progress
 * than places.
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

/** Tells the gate how an attempt ended. */
function leaveGate(call: Call, { response, error }: Outcome): void {
  const { ticket } = call;
  const { gate } = call.sender;
  call.ticket = 0;
  if (ticket === 0) return;
  const status = response?.status ?? error?.status;
  if (call.attempts === 0) gate.turnBack(ticket);
  else gate.leave(ticket, status !== undefined && status !== 429);
}
