/** What is known of a key: under way in a process that lives, done, or nobody knows. A key that is free has no record. */
export type KeyState = "open" | "done" | "unknown";

/** A key, as the journal knows it. */
export interface KeyRecord {
  /** Its text; undefined once it is done, because then only its SHA-256 is kept. */
  readonly key: string | undefined;
  /** SHA-256 of the key, in hexadecimal. */
  readonly hash: string;
  readonly state: KeyState;
  /** Milliseconds since 1970. */
  readonly takenAt: number;
  readonly endedAt: number | undefined;
  /** Why nobody knows; undefined in the other states. */
  readonly reason: string | undefined;
}

/** What came of taking a key: it is the caller's now, or it is somebody's already. */
export type TakenKey =
  | { readonly isMine: true; readonly hash: string }
  | ({ readonly isMine: false } & KeyRecord);

/** The keys of a journal, shared by all processes of one machine that have it open. */
export interface KeyStore {
  /**
   * Takes a key that is free. When this resolves with `isMine`, the intent is on disk. A key whose process died is `unknown` from now on.
   *
   * @throws BulkError when the journal belongs to another machine, or is a copy, and nobody said `takeover`
   */
  take(key: string, options?: { readonly takeover?: boolean | undefined }): Promise<TakenKey>;
  /** Writes what became of a key that `take` gave: `free` forgets it, because it surely did not run. */
  settle(hash: string, to: "done" | "unknown" | "free", reason?: string): Promise<void>;
  /** Keys in no order, read while others may write. */
  list(options?: { readonly state?: KeyState | undefined }): AsyncIterable<KeyRecord>;
  /**
   * Writes down what somebody found out about an unknown key: `ran` makes it done, `did-not-run` free.
   *
   * @throws BulkError when the key is not unknown
   */
  resolve(key: string, as: "ran" | "did-not-run", by: string, reason: string): Promise<void>;
  /** Removes keys that are done since before a time, for good: a message that comes again after it is sent again. @returns how many */
  forget(endedBefore: Date): Promise<number>;
}
