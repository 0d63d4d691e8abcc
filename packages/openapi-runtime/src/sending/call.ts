import type { Failures } from "../failures/create-failures.ts";
import type { FailureContext } from "../failures/failure.ts";
import { TimeLimit } from "../limits/time-limit.ts";
import type { CallSettings } from "../options/call-settings.ts";
import type { PreparedRequest } from "../request/prepare-request.ts";
import type { NamedOperation } from "../table/api-description.ts";
import type { CallNames } from "../watching/hooks.ts";
import type { Sender } from "./sender.ts";

/** One call on its way: what it sends, what it shares with the client's other calls, and how far it has come. */
export class Call {
  readonly request: PreparedRequest;
  readonly sender: Sender;
  /** The fields that say which call it is. */
  readonly names: CallNames;
  /** How often the request was handed to the transport. */
  attempts = 0;
  /** How many of these were refused with 429: no reason to give up. */
  refusals = 0;
  /** What the call waits for, while it waits and is not under way; for its failure. */
  waitsFor: string | undefined;
  /** The current attempt's ticket at the gate; 0 when it has none. */
  ticket = 0;
  /** Whether an attempt that has ended leaves open if the call ran. */
  mayHaveRun = false;
  /** Milliseconds that the call was in line. */
  queuedMs = 0;
  /** Bytes of the last answer's body. */
  bodyBytes = 0;
  /** The key of the current attempt, to keep it out of everything; empty as long as it is not known. */
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

  /** The limit of the whole call. Its clock starts when it is first asked for: when the call has its place. */
  get deadline(): TimeLimit {
    const { settings, signal } = this.request;
    this.#deadline ??= new TimeLimit("deadlineMs", settings.deadlineMs, signal);
    return this.#deadline;
  }

  /** Milliseconds since the call began. */
  get elapsedMs(): number {
    return Math.round(performance.now() - this.#startedAt);
  }

  /** What a failure tells of the call, as of now; `outcomeUnknown` is that of the attempts before. */
  get context(): FailureContext {
    const { attempts, elapsedMs } = this;
    return { ...this.names, attempts, elapsedMs, outcomeUnknown: this.outcomeUnknown(false) };
  }

  /**
   * Whether nobody knows if the call ran: because of the attempt that ends now, or of one before. A repeat of an
   * idempotent call harms nobody.
   */
  outcomeUnknown(mayHaveRun: boolean): boolean {
    return !this.operation.idempotent && (mayHaveRun || this.mayHaveRun);
  }
}
