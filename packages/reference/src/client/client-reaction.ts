/** What the client makes of an answer, or of there being none. */
export interface ClientReaction {
  /** The failure's class, such as `HttpError`. */
  readonly name: string;
  readonly kind: string;
  /** Whether the call may have run, as the failure says. */
  readonly outcomeUnknown: boolean;
  /** Whether the client sent it again before it failed, with its default settings. */
  readonly sentAgain: boolean;
}
