import type { SchemaProblem } from "../validation/validation.ts";
import type { FailureContext } from "./failure.ts";

/**
 * The error for a call or an option that the client refuses. It is thrown by code that is independent of the API. Where
 * it leaves the client, it becomes the client's own `ConfigurationError`.
 */
export class Refusal extends Error {
  readonly context: FailureContext | undefined;
  readonly problems: readonly SchemaProblem[] | undefined;

  /** @param context - the call, for the message and the fields */
  constructor(
    message: string,
    context?: FailureContext,
    cause?: unknown,
    problems?: readonly SchemaProblem[],
  ) {
    super(message, { cause });
    this.context = context;
    this.problems = problems;
  }
}

/** Adds the next step for a call whose code is wrong: a different input would fail as well. */
export function inCode(context: FailureContext | undefined): FailureContext {
  return { ...context, next: "fix-setup" };
}
