import type { Failures } from "../failures/create-failures.ts";
import type { FailureContext } from "../failures/failure.ts";
import { TimeLimit } from "../limits/time-limit.ts";
import type { CallSettings } from "../options/call-settings.ts";
import type { PreparedRequest } from "../request/prepare-request.ts";
import type { NamedOperation } from "../table/api-description.ts";
import type { CallNames } from "../watching/hooks.ts";
import type { Sender } from "./sender.ts";

/** One call: its request, the objects that it shares with the client's other calls, and its progress. */
export class Call {
  readonly request: PreparedRequest;
  readonly sender: Sender;
  /** The fields that identify the call. */
  readonly names: CallNames;
  /** Number of times the request was passed to the transport. */
  attempts = 0;
  /** Number of attempts refused with 429, which do not count towards `maxAttempts`. */
  refusals = 0;
  /** The event that the call waits for while no request is in flight; used in its failure. */
  waitsFor: string | undefined;
  /** The current attempt's ticket at the gate; 0 when it has none. */
  ticket = 0;
  /** Whether an earlier attempt leaves open if the call ran. */
  mayHaveRun = false;
  /** Milliseconds that the call spent in the queue. */
  queuedMs = 0;
  /** Size of the last response body in bytes. */
  bodyBytes = 0;
  /** The key of the current attempt, for redaction; empty until it is known. */
  key: string;
  readonly #startedAt = performance.now();
  #deadline: TimeLimit | undefined;

  constructor(request: PreparedRequest, sender: Sender) {
    const { apiKey } = sender.configuration;
    const { operationId, method, path } = request.operation;
    this.request = request;
    this.sender = sender;
    const callId = sender.nextCallId();
    this.names = { operationId, method, path, callId, context: request.context };
    this.key = typeof apiKey === "string" ? apiKey : "";
  }

  get operation(): NamedOperation {
    return this.request.operation;
  }

  get settings(): CallSettings {
    return this.request.settings;
  }

  /** The classes of the client's failures. */
  get failures(): Failures {
    return this.sender.failures;
  }

  /** The limit of the whole call. Its clock starts on first use: when the call has its slot. */
  get deadline(): TimeLimit {
    const { settings, signal } = this.request;
    this.#deadline ??= new TimeLimit("deadlineMs", settings.deadlineMs, signal);
    return this.#deadline;
  }

  /** Milliseconds since the call began. */
  get elapsedMs(): number {
    return Math.round(performance.now() - this.#startedAt);
  }

  /** The call's facts for a failure, as of now; `outcomeUnknown` covers only the earlier attempts. */
  get context(): FailureContext {
    const { attempts, elapsedMs } = this;
    return { ...this.names, attempts, elapsedMs, outcomeUnknown: this.outcomeUnknown(false) };
  }

  /**
   * Whether it is unknown if the call ran, because of the ending attempt or an earlier one. For an idempotent call the
   * outcome does not matter.
   */
  outcomeUnknown(mayHaveRun: boolean): boolean {
    return !this.operation.idempotent && (mayHaveRun || this.mayHaveRun);
  }
}
