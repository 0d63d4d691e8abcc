/** Largest number of retries that a client saves up. */
const capacity = 20;
/** Tokens that one success returns. If nine calls of ten succeed, the bucket stays filled. */
const refund = 0.2;

/**
 * A token bucket shared by all calls of a client. Each retry takes a token, and each success returns a part of one. So
 * during an outage, a client sends hardly more requests than without retries.
 */
export interface RetryBudget {
  /** Takes a token. @returns false when there is none left: do not retry */
  readonly take: () => boolean;
  readonly refund: () => void;
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
    refund: () => {
      tokens = Math.min(capacity, tokens + refund);
    },
  };
}
