import type { FailureKind, NextStep } from "./failure.ts";

/** Every next step. */
export const nextSteps: readonly NextStep[] = ["retry", "fix-request", "fix-setup", "check"];

/** The facts that decide the next step. */
export interface FailureFacts {
  readonly kind: FailureKind;
  readonly outcomeUnknown: boolean;
  readonly status?: number | undefined;
  /** Whether the failure concerns one call, and not the client. */
  readonly hasOperation: boolean;
  /** Whether a success response broke off before its end. */
  readonly brokenOff?: boolean | undefined;
  /** Codes and messages that explain why no response arrived. */
  readonly reason?: string | undefined;
}

/** Statuses that may be temporary (RFC 9110, section 15): the server was busy, broken or absent. Not 501, 505, 511. */
const passing = (status: number): boolean =>
  [408, 423, 425, 429].includes(status) ||
  (status >= 500 && status <= 599 && ![501, 505, 511].includes(status));

/** Statuses that concern every request: the key, the permission, the client, or a proxy is the cause. */
const setupStatuses: ReadonlySet<number> = new Set([
  401, 402, 403, 405, 406, 407, 411, 415, 421, 426, 431, 505, 501, 511,
]);

/** Errors that waiting does not solve: certificates, forbidden addresses, a proxy's refusal or password request. */
const setupReason =
  /CERT_|_CERT|SELF_SIGNED|\bUNABLE_TO_|\bERR_TLS|\bERR_SSL|INVALID_ARG|INVALID_URL|bad port|Proxy response \(40[37]\)/;

/** Decides the next step after a failure. No other code decides it. */
export function nextStep({
  kind,
  outcomeUnknown,
  status,
  hasOperation,
  brokenOff,
  reason,
}: FailureFacts): NextStep {
  if (outcomeUnknown) return "check";
  switch (kind) {
    case "configuration":
      return hasOperation ? "fix-request" : "fix-setup";
    case "http":
      return status === undefined ? "fix-setup" : nextAfterRefusal(status);
    case "redirect":
      return "fix-setup";
    case "unexpected-response":
      // An intermediary answered in the API's place, or the API has changed.
      return brokenOff ? "retry" : "fix-setup";
    case "connection":
      return reason !== undefined && setupReason.test(reason) ? "fix-setup" : "retry";
    default:
      return "retry";
  }
}

function nextAfterRefusal(status: number): NextStep {
  if (passing(status)) return "retry";
  // A status outside 4xx and 5xx, such as 304 or 600, does not come from the API.
  return setupStatuses.has(status) || status < 400 || status > 499 ? "fix-setup" : "fix-request";
}
