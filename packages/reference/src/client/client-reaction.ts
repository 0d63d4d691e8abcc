/** The client's failure after a response, or without any response. */
export interface ClientReaction {
  /** Class of the failure, for example `HttpError`. */
  readonly name: string;
  readonly kind: string;
  /** The failure's `outcomeUnknown`: whether the call may have run. */
  readonly outcomeUnknown: boolean;
  /** Whether the client, with default settings, sent the call again before it failed. */
  readonly sentAgain: boolean;
}
