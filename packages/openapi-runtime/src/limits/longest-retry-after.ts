/** Longest that a server's Retry-After is waited for, in milliseconds; a longer one fails the call at once. */
export const longestRetryAfterMs = 60_000;
