/** The server's record on one id. */
export interface LedgerEntry {
  /** Number of complete requests with this id. */
  received: number;
  /** Number of 429 responses: refused before execution, so that one more request is allowed. */
  refused: number;
  /** Number of executions. More than one means that a customer would have been mailed twice. */
  processed: number;
}

/** The ledger as a plain object for the channel between the processes. */
export interface SoakLedger {
  readonly entries: Readonly<Record<string, LedgerEntry>>;
  /** Ids that were executed more than once. */
  readonly processedTwice: readonly string[];
  /** Ids that were received again although some earlier response was not 429, executed or not. */
  readonly sentAgain: readonly string[];
  /** POST requests whose body has no `id`: a mistake of the caller, and not counted above. */
  readonly withoutId: number;
  readonly requests: number;
  /** Number of times that each fault was played. */
  readonly faults: Readonly<Record<string, number>>;
  readonly connections: number;
  readonly openSockets: number;
  readonly exchangesInProgress: number;
  /** Reasons why bytes could not be read as HTTP. */
  readonly malformed: readonly string[];
}
