import type { HttpError, UnansweredFailure } from "../failures/failure.ts";
import { redactCause } from "../failures/redact-cause.ts";
import { GateClosed } from "../limits/rate-gate.ts";
import { TimeLimit } from "../limits/time-limit.ts";
import type { Call } from "./call.ts";
import { cutFailure } from "./call-failures.ts";
import { reportFailure } from "./report.ts";

/** Makes the failure of a call after the client was closed. */
export function refuseClosed(call: Call): UnansweredFailure {
  const why = "the client is closed: create a new one";
  return reportFailure(call, new call.failures.AbortedError(call.context, undefined, why));
}

/**
 * Takes a slot, and passes the gate.
 * @returns undefined when the call need not wait; else a promise of the failure, or of undefined after a wait
 */
export function enter(call: Call): Promise<UnansweredFailure | undefined> | undefined {
  const { slots } = call.sender;
  const hasSlot = slots === undefined || slots.tryEnter();
  try {
    if (hasSlot && (!call.settings.repeats || passes(call))) return undefined;
  } catch (cause) {
    slots?.leave();
    return Promise.resolve(gateFailure(call, cause));
  }
  return waitInQueue(call, hasSlot);
}

function passes(call: Call): boolean {
  call.ticket = call.sender.gate.tryPass();
  return call.ticket > 0;
}

/** Waits for a slot and at the gate, before a request is sent. @returns the failure, if the wait failed */
async function waitInQueue(call: Call, hasSlot: boolean): Promise<UnansweredFailure | undefined> {
  const { slots, calls } = call.sender;
  const limit = new TimeLimit("queueTimeoutMs", call.settings.queueTimeoutMs, call.request.signal);
  calls.queue(limit);
  let mustLeave = hasSlot;
  try {
    if (!hasSlot && slots !== undefined) {
      call.waitsFor = "a slot of `maxConcurrency`";
      await slots.wait(limit);
      mustLeave = true;
    }
    if (call.settings.repeats) await passGate(call, limit);
    return undefined;
  } catch (cause) {
    if (mustLeave) slots?.leave();
    const error = waitFailure(call, cause, limit);
    calls.count(error, limit.reason === "closed");
    return error;
  } finally {
    call.waitsFor = undefined;
    limit.release();
    calls.unqueue(limit);
  }
}

/** Passes the gate, waiting if necessary. @throws the cause of the limit's end, or GateClosed */
export async function passGate(call: Call, limit: TimeLimit): Promise<void> {
  if (call.ticket > 0 || passes(call)) return;
  call.waitsFor = "the server's rate limit";
  call.ticket = await call.sender.gate.wait(limit, call.attempts > 0);
  call.waitsFor = undefined;
}

/**
 * Makes the failure of a call that was ended while it waited.
 * @throws `cause`, as a failure of the client, when the call was not ended by a limit
 */
export function waitFailure(call: Call, cause: unknown, limit: TimeLimit): UnansweredFailure {
  if (cause instanceof GateClosed) return gateFailure(call, cause);
  if (limit.reason === undefined) {
    const failure = call.failures.outward(cause);
    throw call.failures.isFailure(failure) ? reportFailure(call, failure) : failure;
  }
  // The cause may be a failure of another call: a caller can abort one call with it. So it is not returned as it is.
  return reportFailure(call, cutFailure(call, limit, false, redactCause(cause, call.key)));
}

/** @throws `cause` unless it is a closed gate */
function gateFailure(call: Call, cause: unknown): HttpError {
  if (!(cause instanceof GateClosed)) throw cause;
  const { remainingMs: retryAfterMs } = cause;
  const why = `not sent: the server refuses all calls with status 429 for another ${retryAfterMs} ms.`;
  const context = { ...call.context, status: 429, retryAfterMs };
  return reportFailure(call, new call.failures.HttpError(context, undefined, "", why));
}
