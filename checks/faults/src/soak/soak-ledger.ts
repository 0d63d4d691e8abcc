/** What the server knows of one id. */
export interface LedgerEntry {
  /** How many requests with this id arrived whole. */
  received: number;
  /** How many of them were answered 429: refused before execution, so that one more may come. */
  refused: number;
  /** How many were executed. More than one means that a customer would have been mailed twice. */
  processed: number;
}

/** A plain object for the channel between the processes. */
export interface SoakLedger {
  readonly entries: Readonly<Record<string, LedgerEntry>>;
  /** Ids that were executed more than once. */
  readonly processedTwice: readonly string[];
  /** Ids that came again though not every earlier answer was 429, executed or not. */
  readonly sentAgain: readonly string[];
  /** POST requests whose body has no `id`: a mistake of the caller, and not counted above. */
  readonly withoutId: number;
  readonly requests: number;
  /** How often each fault was played. */
  readonly faults: Readonly<Record<string, number>>;
  readonly connections: number;
  readonly openSockets: number;
  readonly exchangesInProgress: number;
  /** Why bytes could not be read as HTTP. */
  readonly malformed: readonly string[];
}
