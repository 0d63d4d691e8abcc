import { type FailureContext, Np6Error } from "./np6-error.ts";
import { redirectMayHaveRun } from "./outcome-unknown.ts";

/** The server answered with a redirect. It was not followed: the API key would have gone along. */
export class RedirectError extends Np6Error {
  declare readonly kind: "redirect";

  constructor(context: FailureContext) {
    super(
      "the server answered with a redirect, which is never followed; check baseUrl.",
      context,
      undefined,
      {
        kind: "redirect",
        mayHaveRun: redirectMayHaveRun(context.status),
      },
    );
  }

  override get name(): "RedirectError" {
    return "RedirectError";
  }
}
