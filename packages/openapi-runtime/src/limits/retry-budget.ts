/** Most retries that a client saves up. */
const capacity = 20;
/** What one success gives back: a server that answers nine calls of ten keeps the bucket filled. */
const refund = 0.2;

/**
 * A token bucket that all calls of a client share. Each retry takes a token and each success gives a part of one back.
 * So during an outage a client sends hardly more than it would without retries.
 */
export interface RetryBudget {
  /** Takes a token. @returns false when there is none left: do not retry */
  readonly take: () => boolean;
  readonly giveBack: () => void;
}

/** Makes a full bucket. */
export function createRetryBudget(): RetryBudget {
  let tokens = capacity;
  return {
    take: () => {
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    giveBack: () => {
      tokens = Math.min(capacity, tokens + refund);
    },
  };
}
