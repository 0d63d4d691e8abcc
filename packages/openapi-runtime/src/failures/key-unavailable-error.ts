import { type FailureContext, Np6Error } from "./np6-error.ts";

/**
 * The `apiKey` function failed, so this attempt was not sent. `cause` is what it threw, without whatever looks like a key: the
 * vault may be down, and be back for the next call.
 */
export class KeyUnavailableError extends Np6Error {
  declare readonly kind: "key-unavailable";

  constructor(context: FailureContext = {}, cause?: unknown) {
    super("the `apiKey` function failed.", context, cause, { kind: "key-unavailable" });
  }

  override get name(): "KeyUnavailableError" {
    return "KeyUnavailableError";
  }
}
