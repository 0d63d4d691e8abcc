import type { FailureContext } from "../failures/np6-error.ts";
import type { NamedOperation } from "../table/api-description.ts";

/** How far a call has come: what its failures and events tell of it. */
export class CallProgress {
  readonly operation: NamedOperation;
  /** The fields that say which call it is. */
  readonly names: { readonly operationId: string; readonly method: string; readonly path: string };
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
  /** The key of the current attempt, to keep it out of everything; empty as long as it is not known. */
  key: string;
  readonly #startedAt = performance.now();

  /** @param key - the key, when it is known before the first attempt */
  constructor(operation: NamedOperation, key: string) {
    this.operation = operation;
    this.key = key;
    const { operationId, method, path } = operation;
    this.names = { operationId, method, path };
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
