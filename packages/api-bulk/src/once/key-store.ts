/** State of a key: in use by a live process, done, or unknown. A free key has no record. */
export type KeyState = "open" | "done" | "unknown";

/** A key with its recorded state. */
export interface KeyRecord {
  /** Its text; undefined once the key is done, because then only its SHA-256 is kept. */
  readonly key: string | undefined;
  /** SHA-256 of the key, in hexadecimal. */
  readonly hash: string;
  readonly state: KeyState;
  /** Milliseconds since 1970. */
  readonly takenAt: number;
  readonly endedAt: number | undefined;
  /** Reason of the unknown outcome; undefined in the other states. */
  readonly reason: string | undefined;
}

/** Result of taking a key: it is the caller's now, or it was taken before. */
export type TakenKey =
  | { readonly isMine: true; readonly hash: string }
  | ({ readonly isMine: false } & KeyRecord);

/** The keys of a journal, shared by all processes of one machine that have it open. */
export interface KeyStore {
  /**
   * Takes a free key. When this resolves with `isMine`, the intent is on disk. If its process died, a key becomes
   * `unknown`.
   * @throws BulkError when the journal belongs to another machine, or is a copy, unless `takeover` is set
   */
  take(key: string, options?: { readonly takeover?: boolean | undefined }): Promise<TakenKey>;
  /** Records the end of a key that `take` returned. `free` removes it, because its call certainly did not run. */
  settle(hash: string, to: "done" | "unknown" | "free", reason?: string): Promise<void>;
  /** Lists keys in no order, while others may write. */
  list(options?: { readonly state?: KeyState | undefined }): AsyncIterable<KeyRecord>;
  /**
   * Records a person's finding about an unknown key: `ran` makes it done, `did-not-run` makes it free.
   *
   * @throws BulkError when the key is not unknown
   */
  resolve(key: string, as: "ran" | "did-not-run", by: string, reason: string): Promise<void>;
  /** Removes keys that were done before a time; their messages, if repeated, are sent again. @returns how many */
  forget(endedBefore: Date): Promise<number>;
}
