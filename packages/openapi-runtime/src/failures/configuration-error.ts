import type { SchemaProblem } from "../validation/validation.ts";
import { type FailureContext, Np6Error } from "./np6-error.ts";

/** The client or a call was given something it must refuse; nothing was sent. */
export class ConfigurationError extends Np6Error {
  declare readonly kind: "configuration";
  /** The rules of the spec that the body breaks, when the client validates requests; at most 20. Else empty. */
  readonly problems: readonly SchemaProblem[];

  constructor(
    message: string,
    context: FailureContext = {},
    cause?: unknown,
    problems: readonly SchemaProblem[] = [],
  ) {
    super(message, context, cause, { kind: "configuration" });
    this.problems = problems;
  }

  override get name(): "ConfigurationError" {
    return "ConfigurationError";
  }
}
