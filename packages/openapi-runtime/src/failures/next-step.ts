import type { FailureKind, NextStep } from "./failure.ts";

/** Every next step. */
export const nextSteps: readonly NextStep[] = ["retry", "fix-request", "fix-setup", "check"];

/** What the next step depends on. */
export interface FailureFacts {
  readonly kind: FailureKind;
  readonly outcomeUnknown: boolean;
  readonly status?: number | undefined;
  /** Whether the failure is about one call, and not about the client. */
  readonly ofCall: boolean;
  /** Whether a success broke off before its end. */
  readonly brokenOff?: boolean | undefined;
  /** Why no answer came: codes and messages. */
  readonly reason?: string | undefined;
}

/** Statuses that may pass (RFC 9110, section 15): the server was busy, broke, or was not there. Not 501, 505 and 511. */
const passing = (status: number): boolean =>
  [408, 423, 425, 429].includes(status) ||
  (status >= 500 && status <= 599 && ![501, 505, 511].includes(status));

/** Statuses that are about the key, the permission, or what this client or something on the way makes of every request. */
const ofSetup: ReadonlySet<number> = new Set([
  401, 402, 403, 405, 406, 407, 411, 415, 421, 426, 431, 505, 501, 511,
]);

/** Certificates, addresses that no client may use, a proxy that wants a password or forbids the way: waiting mends none of them. */
const ofSetupReason =
  /CERT_|_CERT|SELF_SIGNED|\bUNABLE_TO_|\bERR_TLS|\bERR_SSL|INVALID_ARG|INVALID_URL|bad port|Proxy response \(40[37]\)/;

/** Says what to do about a failure. The only place that does. */
export function nextStep({
  kind,
  outcomeUnknown,
  status,
  ofCall,
  brokenOff,
  reason,
}: FailureFacts): NextStep {
  if (outcomeUnknown) return "check";
  switch (kind) {
    case "configuration":
      return ofCall ? "fix-request" : "fix-setup";
    case "http":
      return status === undefined ? "fix-setup" : nextAfterRefusal(status);
    case "redirect":
      return "fix-setup";
    case "unexpected-response":
      // Something on the way answers in the API's place, or the API has changed.
      return brokenOff ? "retry" : "fix-setup";
    case "connection":
      return reason !== undefined && ofSetupReason.test(reason) ? "fix-setup" : "retry";
    default:
      return "retry";
  }
}

function nextAfterRefusal(status: number): NextStep {
  if (passing(status)) return "retry";
  // What is no refusal of HTTP, such as 304 or 600, does not come from the API.
  return ofSetup.has(status) || status < 400 || status > 499 ? "fix-setup" : "fix-request";
}
